using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The sizes and weights that RNN, LSTM and GRU share. Each layer and direction has weight_ih (gates · H, in), weight_hh (gates · H, H) and two
/// biases (gates · H), under PyTorch's names, as in weight_hh_l1_reverse.
/// </summary>
internal sealed class Recurrence
{
    private static readonly string[] s_directions = ["", "_reverse"];
    private static readonly string[] s_kinds = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"];
    private readonly string[] _names;
    private readonly nn.Module _module;
    private readonly long _gates;
    private readonly long _input;

    public Recurrence(nn.Module module, long gates, long input, long hidden, long layers, bool bias, bool batchFirst, double dropout, bool bidirectional)
    {
        if (layers <= 0 || hidden <= 0) throw new ArgumentException($"There is no recurrent network of {layers} layers and {hidden} hidden units.");
        if (dropout is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(dropout), dropout, "A probability lies between 0 and 1.");
        (_module, _gates, _input) = (module, gates, input);
        (Hidden, Layers, Bias, BatchFirst, Dropout, Bidirectional) = (hidden, layers, bias, batchFirst, dropout, bidirectional);
        _names = [.. from layer in Enumerable.Range(0, (int)layers)
                     from direction in s_directions.Take(bidirectional ? 2 : 1)
                     from kind in s_kinds.Take(bias ? 4 : 2)
                     select $"{kind}_l{layer}{direction}"];
    }

    public long Hidden { get; }

    public long Layers { get; }

    public bool Bias { get; }

    public bool BatchFirst { get; }

    public double Dropout { get; }

    public bool Bidirectional { get; }

    /// <summary>Layer by layer, forwards before backwards.</summary>
    public Parameter[] Weights => Array.ConvertAll(_names, name => _module.get_parameter(name)!);

    /// <summary>All weights and biases uniform in ±1/√H.</summary>
    public void Register(Device? device, ScalarType? dtype)
    {
        foreach (var name in _names)
        {
            var rows = _gates * Hidden;
            long[] shape = name.StartsWith("weight_hh", StringComparison.Ordinal) ? [rows, Hidden]
                : name.StartsWith("bias", StringComparison.Ordinal) ? [rows]
                : [rows, name.EndsWith("_l0", StringComparison.Ordinal) || name.EndsWith("_l0_reverse", StringComparison.Ordinal) ? _input : Hidden * Directions];
            _module.register_parameter(name, Fresh.Uniform(Hidden, device, dtype, shape));
        }
    }

    /// <summary>The weight of a layer (and direction: with two, they alternate).</summary>
    public Parameter? Get(string kind, long index)
    {
        var (layer, direction) = (index / Directions, index % Directions);
        return _module.get_parameter($"{kind}_l{layer}{(direction == 0 ? "" : "_reverse")}");
    }

    /// <summary>Zeros of shape (B, H), or (H) where the input of the cell is (in).</summary>
    public static Tensor StartOfCell(Tensor input, long hidden) =>
        zeros(input.Dimensions == 1 ? [hidden] : new[] { input.size(0), hidden }, input.dtype, input.device);

    /// <summary>Zeros of shape (layers · directions, B, H), or without B for a single sequence.</summary>
    public Tensor Start(Tensor like, params ReadOnlySpan<long> batch) => zeros([Layers * Directions, .. batch, Hidden], like.dtype, like.device);

    public Tensor Start(Tensor input) => input.Dimensions == 2 ? Start(input, []) : Start(input, input.size(BatchFirst ? 0 : 1));

    public Tensor Start(nn.utils.rnn.PackedSequence input)
    {
        using var first = input.batch_sizes[0];
        return Start(input.data, first.item<long>());
    }

    /// <summary>Lays the weights out in one block of memory, as cuDNN wants them; nothing changes elsewhere.</summary>
    public void Flatten(long mode)
    {
        var weights = Weights;
        if (!weights.All(weight => weight.is_cuda) || Native.lt_cudnn_available() == 0) return;
        using var off = no_grad();
        RecurrentOperators.Flatten(weights, Bias ? 4 : 2, _input, mode, Hidden, 0, Layers, BatchFirst, Bidirectional).Dispose();
    }

    private long Directions => Bidirectional ? 2 : 1;
}
