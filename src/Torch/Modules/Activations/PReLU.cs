using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where x > 0, else weight · x with a learned weight, one or one for each channel.</summary>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter _weight;

    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype)
        : base(nameof(PReLU))
    {
        (this.num_parameters, this.init) = (num_parameters, init);
        _weight = Fresh.Full(init, device, dtype, num_parameters);
        RegisterComponents();
    }

    public long num_parameters { get; }

    public double init { get; }

    public Parameter weight
    {
        get => _weight;
        set => SetNeeded(ref _weight, value, nameof(weight));
    }

    public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, _weight);
}
