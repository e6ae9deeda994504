using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>As dropout, for whole channels of (N, C, H, W).</summary>
public sealed class Dropout2d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout2d(double p, bool inplace)
        : base(nameof(Dropout2d)) => (this.p, this.inplace) = (p, inplace);

    public double p { get; set; }

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.dropout2d(tensor, p, training, inplace);
}
