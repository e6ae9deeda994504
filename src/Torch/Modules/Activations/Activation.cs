using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Operators behind activations that tensors have no methods for.</summary>
internal static partial class Activation
{
    [Aten("mish")] public static partial Tensor Mish(Tensor self);
    [Aten("mish_")] public static partial Tensor MishInPlace(Tensor self);
    [Aten("rrelu", "self, (Scalar)lower, (Scalar)upper, training")] private static partial Tensor Randomized(Tensor self, double lower, double upper, bool training);
    [Aten("rrelu_", "self, (Scalar)lower, (Scalar)upper, training")] private static partial Tensor RandomizedInPlace(Tensor self, double lower, double upper, bool training);

    /// <summary>A leaky ReLU with random slopes while training.</summary>
    public static Tensor Randomized(Tensor x, double lower, double upper, bool training, bool inplace) =>
        inplace ? RandomizedInPlace(x, lower, upper, training) : Randomized(x, lower, upper, training);
}
