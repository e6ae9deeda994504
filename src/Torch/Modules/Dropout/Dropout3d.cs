using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>As dropout, for whole channels of (N, C, D, H, W) or (C, D, H, W).</summary>
public sealed class Dropout3d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout3d(double p, bool inplace)
        : base(nameof(Dropout3d)) => (this.p, this.inplace) = (p, inplace);

    public double p { get; set; }

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.dropout3d(tensor, p, training, inplace);
}
