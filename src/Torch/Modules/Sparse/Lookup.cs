using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The operators behind embeddings.</summary>
internal static partial class Lookup
{
    [Aten("embedding")] public static partial Tensor embedding(Tensor weight, Tensor indices, long padding_idx, bool scale_grad_by_freq, bool sparse);
    [Aten("embedding_bag.padding_idx")]
    public static partial (Tensor, Tensor, Tensor, Tensor) embedding_bag(
        Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq, long mode, bool sparse, Tensor? per_sample_weights, bool include_last_offset, long? padding_idx);
    [Aten("embedding_renorm_")] private static partial Tensor embedding_renorm_(Tensor self, Tensor indices, double max_norm, double norm_type);

    /// <summary>Shortens the rows that are looked up to a norm of <paramref name="max_norm"/> at most, in place.</summary>
    public static void Limit(Parameter weight, Tensor indices, double? max_norm, double norm_type)
    {
        if (max_norm is not { } norm) return;
        using var mode = no_grad();
        using var contiguous = indices.contiguous();
        _ = embedding_renorm_(weight, contiguous, norm, norm_type);
    }
}
