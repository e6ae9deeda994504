using Lectern.Torch.Tests.Modules.Reference;

namespace Lectern.Torch.Tests.Modules.Pooling;

/// <summary>Pools as loops over the windows of (N, C, …).</summary>
internal static class PlainPooling
{
    /// <summary>What <paramref name="reduce"/> makes of the elements under each window that lie inside the input.</summary>
    public static (double[] Values, long[] Shape) Windows(double[] x, long[] xs, long kernel, long stride, long padding, long dilation, bool ceil, Func<List<double>, double> reduce)
    {
        long[] ys = [.. xs];
        for (var d = 2; d < xs.Length; d++)
        {
            var free = xs[d] + 2 * padding - dilation * (kernel - 1) - 1;
            ys[d] = (ceil ? (free + stride - 1) / stride : free / stride) + 1;
            if (ceil && (ys[d] - 1) * stride >= xs[d] + padding) ys[d]--;
        }

        return (Reduced(x, xs, ys, (p, d) => Enumerable.Range(0, (int)kernel).Select(k => p * stride - padding + k * dilation), reduce), ys);
    }

    /// <summary>Output i takes the elements from ⌊i · in / out⌋ up to ⌈(i + 1) · in / out⌉.</summary>
    public static double[] Adaptive(double[] x, long[] xs, long[] size, Func<List<double>, double> reduce) =>
        Reduced(x, xs, [.. xs[..2], .. size], (p, d) =>
        {
            var (from, to) = (p * xs[d] / size[d - 2], ((p + 1) * xs[d] + size[d - 2] - 1) / size[d - 2]);
            return Enumerable.Range(0, (int)(to - from)).Select(k => from + k);
        }, reduce);

    private static double[] Reduced(double[] x, long[] xs, long[] ys, Func<long, int, IEnumerable<long>> window, Func<List<double>, double> reduce) =>
        [.. Repeatable.Indices(ys).Select(p =>
        {
            IEnumerable<long[]> places = [[p[0], p[1]]];
            for (var d = 2; d < xs.Length; d++)
            {
                var inside = window(p[d], d).Where(at => at >= 0 && at < xs[d]).ToArray();
                places = places.SelectMany(place => inside.Select(at => (long[])[.. place, at]));
            }

            return reduce([.. places.Select(place => x[Repeatable.Flat(xs, place)])]);
        })];
}
