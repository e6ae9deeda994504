using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>s (x where x > 0, else α (eˣ − 1)) with s = 1.0507…, α = 1.6733….</summary>
public sealed class SELU : ParameterLessModule<Tensor, Tensor>
{
    internal SELU(bool inplace)
        : base(nameof(SELU)) => this.inplace = inplace;

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.selu(tensor, inplace);
}
