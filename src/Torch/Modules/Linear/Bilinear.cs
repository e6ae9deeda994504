using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x₁ᵀ Wₖ x₂ + bₖ for x₁ (…, in1), x₂ (…, in2), W (out, in1, in2), b (out).</summary>
public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    internal Bilinear(long in1, long in2, long outputs, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Bilinear))
    {
        _weight = Fresh.Uniform(in1, device, dtype, outputs, in1, in2);
        if (hasBias) _bias = Fresh.Uniform(in1, device, dtype, outputs);
        (in1_features, in2_features, out_features) = (in1, in2, outputs);
        RegisterComponents();
    }

    public long in1_features { get; set; }

    public long in2_features { get; set; }

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

    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, _weight, _bias);
}
