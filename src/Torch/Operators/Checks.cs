using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What TorchSharp asks of an argument before libtorch sees it.</summary>
internal static class Checks
{
    /// <summary>A type that holds draws from an interval or a bell.</summary>
    public static ScalarType? Continuous(ScalarType? dtype) =>
        dtype is null or ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64
            ? dtype
            : throw new ArgumentException($"Numbers of type {dtype} are not drawn from a continuous distribution.", nameof(dtype));

    /// <summary>A dimension that is counted from the front.</summary>
    public static long Dimension(Tensor input, long dim) => dim >= 0 && dim < input.Dimensions
        ? dim
        : throw new ArgumentException($"Dimension {dim} is not one of 0 to {input.Dimensions - 1}; here it is not counted from the end.", nameof(dim));

    public static T Some<T>(T tensors)
        where T : ICollection<Tensor> => tensors is { Count: > 0 } ? tensors : throw new ArgumentException("There is no tensor to join.", nameof(tensors));
}
