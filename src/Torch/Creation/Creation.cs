using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What all functions that make tensors share: the default device and the wish for a gradient.</summary>
internal static class Creation
{
    public static Device DefaultDevice { get; set; } = CPU;

    /// <summary>What a tensor filled with <paramref name="value"/> holds when nobody says.</summary>
    public static ScalarType TypeOf(Scalar value) => value.Value.Kind is ArgKind.Int or ArgKind.Bool ? ScalarType.Int64 : get_default_dtype();

    /// <summary>The last steps of making a tensor.</summary>
    public static Tensor Finish(Tensor tensor, bool requires_grad, string[]? names)
    {
        if (names is { Length: > 0 }) throw new NotSupportedException("Tensors with named dimensions are not supported.");
        return requires_grad ? tensor.requires_grad_() : tensor;
    }
}
