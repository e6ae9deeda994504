using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalizes over the last dimensions; https://arxiv.org/abs/1607.06450.</summary>
public sealed class LayerNorm : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    internal LayerNorm(long[] shape, double eps, bool elementwiseAffine, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        (normalized_shape, this.eps, elementwise_affine) = (shape, eps, elementwiseAffine);
        if (!elementwiseAffine) return;
        _weight = Fresh.Full(1, device, dtype, shape);
        if (hasBias) _bias = Fresh.Full(0, device, dtype, shape);
        RegisterComponents();
    }

    public long[] normalized_shape { get; set; }

    public double eps { get; set; }

    public bool elementwise_affine { get; set; }

    public Parameter weight
    {
        get => _weight!;
        set => SetNeeded(ref _weight!, value, nameof(weight));
    }

    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, value, nameof(bias));
    }

    public void reset_parameters()
    {
        if (_weight is not null) _ = nn.init.ones_(_weight);
        if (_bias is not null) _ = nn.init.zeros_(_bias);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.layer_norm(tensor, normalized_shape, _weight, _bias, eps);
}
