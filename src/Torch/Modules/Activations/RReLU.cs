using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A leaky ReLU whose slope is drawn between two bounds for each element while training, and is their mean otherwise.</summary>
public sealed class RReLU : ParameterLessModule<Tensor, Tensor>
{
    internal RReLU(double lower, double upper, bool inplace)
        : base(nameof(RReLU)) => (this.lower, this.upper, this.inplace) = (lower, upper, inplace);

    public double lower { get; set; }

    public double upper { get; set; }

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => Activation.Randomized(tensor, lower, upper, training, inplace);
}
