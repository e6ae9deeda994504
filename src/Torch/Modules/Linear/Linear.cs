using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x Wᵀ + b for x (…, in), W (out, in), b (out).</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype)
        : this(Fresh.Empty(device, dtype, outputSize, inputSize), hasBias ? Fresh.Empty(device, dtype, outputSize) : null)
    {
        // U(−1 / √in, 1 / √in) for both, the weight drawn first.
        _ = nn.init.kaiming_uniform_(_weight, Math.Sqrt(5));
        if (_bias is not null) Fresh.Uniform(_bias, inputSize);
    }

    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        (_weight, _bias) = (weight, bias);
        (out_features, in_features) = (weight.shape[0], weight.shape[1]);
        RegisterComponents();
    }

    public long in_features { get; set; }

    public long out_features { get; set; }

    public Parameter weight
    {
        get => _weight;
        set => SetNeeded(ref _weight, value, nameof(weight));
    }

    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, value, nameof(bias));
    }

    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, _weight, _bias);
}
