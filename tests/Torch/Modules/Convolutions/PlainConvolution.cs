using Lectern.Torch.Tests.Modules.Reference;

namespace Lectern.Torch.Tests.Modules.Convolutions;

/// <summary>Convolutions as loops over every index, for any number of spatial dimensions.</summary>
internal static class PlainConvolution
{
    /// <summary>y[n, o, p] = b[o] + Σ x[n, i, p · stride + k · dilation - padding] w[o, i, k], i within the group of o.</summary>
    public static double[] Forward(double[] x, long[] xs, double[] w, long[] ws, double[]? b, long stride, long padding, long dilation, long groups, out long[] ys)
    {
        var spatial = xs.Length - 2;
        var size = new long[xs.Length];
        (size[0], size[1]) = (xs[0], ws[0]);
        for (var d = 2; d < size.Length; d++) size[d] = (xs[d] + 2 * padding - dilation * (ws[d] - 1) - 1) / stride + 1;
        ys = size;
        var y = new double[Repeatable.Count(size)];
        foreach (var p in Repeatable.Indices(size))
        {
            var sum = b?[p[1]] ?? 0;
            foreach (var k in Repeatable.Indices([.. ws[1..]]))
            {
                var from = new long[xs.Length];
                (from[0], from[1]) = (p[0], p[1] / (ws[0] / groups) * ws[1] + k[0]);
                for (var d = 0; d < spatial; d++) from[d + 2] = p[d + 2] * stride + k[d + 1] * dilation - padding;
                if (Inside(from, xs)) sum += x[Repeatable.Flat(xs, from)] * w[Repeatable.Flat(ws, [p[1], .. k])];
            }

            y[Repeatable.Flat(size, p)] = sum;
        }

        return y;
    }

    /// <summary>Each x[n, i, p] adds itself times w[i, o, k] to y[n, o, p · stride + k · dilation - padding].</summary>
    public static double[] Transposed(double[] x, long[] xs, double[] w, long[] ws, long stride, long padding, long added, long dilation, long groups, out long[] ys)
    {
        var spatial = xs.Length - 2;
        var size = new long[xs.Length];
        (size[0], size[1]) = (xs[0], ws[1] * groups);
        for (var d = 2; d < size.Length; d++) size[d] = (xs[d] - 1) * stride - 2 * padding + dilation * (ws[d] - 1) + 1 + added;
        ys = size;
        var y = new double[Repeatable.Count(size)];
        foreach (var p in Repeatable.Indices(xs))
        {
            foreach (var k in Repeatable.Indices([.. ws[1..]]))
            {
                var to = new long[size.Length];
                (to[0], to[1]) = (p[0], p[1] / (ws[0] / groups) * ws[1] + k[0]);
                for (var d = 0; d < spatial; d++) to[d + 2] = p[d + 2] * stride + k[d + 1] * dilation - padding;
                if (Inside(to, size)) y[Repeatable.Flat(size, to)] += x[Repeatable.Flat(xs, p)] * w[Repeatable.Flat(ws, [p[1], .. k])];
            }
        }

        return y;
    }

    private static bool Inside(long[] index, long[] shape) => index.Zip(shape).All(pair => pair.First >= 0 && pair.First < pair.Second);
}
