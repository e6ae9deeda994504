namespace Lectern.Torch.Tests.Operators;

internal enum Layout
{
    /// <summary>Row order without gaps.</summary>
    Dense,

    /// <summary>The dimensions lie in memory in reverse order.</summary>
    Transposed,

    /// <summary>Every second element of each row of a larger tensor, from the second on.</summary>
    Strided,
}

internal static class Layouts
{
    public static Tensor Build(Nd values, Layout layout)
    {
        var dense = values.ToTensor();
        if (values.Rank == 0 || layout == Layout.Dense) return dense;
        using (dense) return layout == Layout.Transposed ? Transposed(dense) : Strided(dense);
    }

    private static Tensor Transposed(Tensor dense)
    {
        long[] back = [.. Enumerable.Range(0, (int)dense.Dimensions).Select(d => dense.Dimensions - 1 - d)];
        using var turned = dense.permute(back);
        using var copy = turned.contiguous().clone();
        return copy.permute(back);
    }

    private static Tensor Strided(Tensor dense)
    {
        using var wide = zeros([.. dense.shape.SkipLast(1), 2 * dense.shape[^1] + 1], dense.dtype, dense.device);
        var odd = wide.slice(-1, 1, 2 * dense.shape[^1] + 1, 2);
        return odd.copy_(dense);
    }
}
