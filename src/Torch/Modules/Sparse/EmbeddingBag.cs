using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Sums, means or maxima over bags of rows of a table (entries, size), without the rows themselves.</summary>
public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>
{
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _byFrequency;
    private readonly EmbeddingBagMode _mode;
    private readonly bool _sparse;
    private readonly bool _lastOffset;
    private readonly long? _padding;

    [ComponentName(Name = nameof(weight))]
    private Parameter _weight;

    internal EmbeddingBag(
        Parameter weight, double? maxNorm, double normType, bool byFrequency, EmbeddingBagMode mode, bool sparse, bool lastOffset, long padding)
        : base(nameof(EmbeddingBag))
    {
        (_weight, _maxNorm, _normType, _byFrequency, _mode) = (weight, maxNorm, normType, byFrequency, mode);
        (_sparse, _lastOffset, _padding) = (sparse, lastOffset, padding >= 0 ? padding : null);
        RegisterComponents();
    }

    public Parameter? weight
    {
        get => _weight;
        set => SetNeeded(ref _weight, value, nameof(weight));
    }

    /// <summary>Each row of (bags, length) is a bag.</summary>
    public Tensor call(Tensor input) => call(input, null, null);

    public Tensor call(Tensor input, Tensor offsets) => call(input, offsets, null);

    /// <summary>Bags of (total) start at the offsets (bags); those of (bags, length) need none. Weights have the shape of the input.</summary>
    public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
    {
        if ((offsets is null) != (input.Dimensions == 2))
            throw new ArgumentException("Offsets belong to an input of one dimension, and only to that.", nameof(offsets));
        using var scope = NewDisposeScope();
        var start = offsets ?? arange(0, input.numel(), input.shape[1], input.dtype, input.device);
        Lookup.Limit(_weight, input, _maxNorm, _normType);
        var (bags, _, _, _) = Lookup.embedding_bag(
            _weight, input.reshape(-1), start, _byFrequency, (long)_mode, _sparse, perSampleWeights?.reshape(-1), _lastOffset, _padding);
        return bags.MoveToOuterDisposeScope();
    }
}
