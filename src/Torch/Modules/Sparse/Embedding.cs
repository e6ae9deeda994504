using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Rows of a table (entries, size) by number: indices (…) give vectors (…, size).</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long _padding;
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _byFrequency;
    private readonly bool _sparse;

    [ComponentName(Name = nameof(weight))]
    private Parameter _weight;

    internal Embedding(Parameter weight, long? padding, double? maxNorm, double normType, bool byFrequency, bool sparse)
        : base(nameof(Embedding))
    {
        var entries = weight.shape[0];
        if (padding < -entries || padding >= entries)
            throw new ArgumentOutOfRangeException(nameof(padding), padding, $"The padding index lies outside of {entries} entries.");
        _padding = padding is { } index ? (index < 0 ? index + entries : index) : -1;
        (_weight, _maxNorm, _normType, _byFrequency, _sparse) = (weight, maxNorm, normType, byFrequency, sparse);
        RegisterComponents();
    }

    public Parameter? weight
    {
        get => _weight;
        set => SetNeeded(ref _weight, value, nameof(weight));
    }

    public override Tensor forward(Tensor input)
    {
        Lookup.Limit(_weight, input, _maxNorm, _normType);
        return Lookup.embedding(_weight, input, _padding, _byFrequency, _sparse);
    }

    /// <summary>N(0, 1), and zero for the padding.</summary>
    internal Embedding Drawn()
    {
        _ = nn.init.normal_(_weight);
        if (_padding < 0) return this;
        using var mode = no_grad();
        using var row = _weight.select(0, _padding);
        _ = row.fill_(0);
        return this;
    }
}
