using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What all functions that make tensors share: the default device and the wish for a gradient.</summary>
internal static class Creation
{
    public static Device DefaultDevice { get; set; } = CPU;

    /// <summary>The last steps of making a tensor.</summary>
    public static Tensor Finish(Tensor tensor, bool requires_grad, string[]? names)
    {
        if (names is { Length: > 0 }) throw new NotSupportedException("Tensors with named dimensions are not supported.");
        return requires_grad ? tensor.requires_grad_() : tensor;
    }
}
