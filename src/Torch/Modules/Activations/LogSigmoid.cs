using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>−ln(1 + e⁻ˣ).</summary>
public sealed class LogSigmoid : ParameterLessModule<Tensor, Tensor>
{
    internal LogSigmoid()
        : base(nameof(LogSigmoid))
    {
    }

    public override Tensor forward(Tensor tensor) => nn.functional.logsigmoid(tensor);
}
