using static TorchSharp.torch;

namespace TorchSharp;

internal static partial class AttentionOperators
{
    /// <summary>sum + a b, for batches of matrices.</summary>
    [Aten("baddbmm", "sum, a, b")] public static partial Tensor AddedProduct(Tensor sum, Tensor a, Tensor b);
}
