using Lectern.Torch.Tests.Modules.Reference;
using Lectern.Torch.Tests.Support;
using F = TorchSharp.torch.nn.functional;

namespace Lectern.Torch.Tests.Modules.Vision;

public sealed class ResamplingTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void TheNearestElementIsTheOneBelowTheScaledPlace()
    {
        using var scope = NewDisposeScope();
        for (var d = 1; d <= 3; d++)
        {
            var x = Repeatable.Tensor(1, [1, 2, .. new long[] { 4, 3, 5 }[..d]]);
            long[] size = [.. new long[] { 7, 5, 3 }[..d]];
            var (source, shape) = (Repeatable.Read(x), x.shape);
            double[] Picked(double shift) => [.. Repeatable.Indices([1, 2, .. size]).Select(i =>
                source[Repeatable.Flat(shape, [i[0], i[1], .. Enumerable.Range(0, d).Select(k => (long)((i[k + 2] + shift) * shape[k + 2] / size[k]))])])];
            _ = TensorAssert.Close(Picked(0), Repeatable.Read(F.interpolate(x, size)), 0);
            _ = TensorAssert.Close(Picked(0.5), Repeatable.Read(F.interpolate(x, size, mode: InterpolationMode.NearestExact)), 0);
            Gradients.Match(t => F.interpolate(t[0], size), x);
            Gradients.Match(t => F.interpolate(t[0], size, mode: InterpolationMode.NearestExact), x);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LinearModesWeighTheNeighbours(bool corners)
    {
        using var scope = NewDisposeScope();
        foreach (var (d, mode) in new[] { (1, InterpolationMode.Linear), (2, InterpolationMode.Bilinear), (3, InterpolationMode.Trilinear) })
        {
            var x = Repeatable.Tensor(1, [1, 2, .. new long[] { 4, 3, 5 }[..d]]);
            long[] size = [.. new long[] { 7, 5, 3 }[..d]];
            _ = TensorAssert.Close(Weighed(x, size, corners, cubic: false), Repeatable.Read(F.interpolate(x, size, mode: mode, align_corners: corners)), Rounding, Rounding);
            Gradients.Match(t => F.interpolate(t[0], size, mode: mode, align_corners: corners), x);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheBicubicModeWeighsFourNeighboursEachWay(bool corners)
    {
        using var scope = NewDisposeScope();
        var x = Repeatable.Tensor(1, 1, 2, 4, 5);
        _ = TensorAssert.Close(Weighed(x, [7, 6], corners, cubic: true), Repeatable.Read(F.interpolate(x, [7, 6], mode: InterpolationMode.Bicubic, align_corners: corners)), Rounding, Rounding);
        Gradients.Match(t => F.interpolate(t[0], [7, 6], mode: InterpolationMode.Bicubic, align_corners: corners), x);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(4, 9)]
    public void ASmoothedImageWeighsAllPixelsUnderItsStretchedFilter(long rows, long columns)
    {
        using var scope = NewDisposeScope();
        var x = Repeatable.Tensor(1, 1, 2, 8, 7);
        foreach (var (mode, reach, filter) in new (InterpolationMode, int, Func<double, double>)[]
        {
            (InterpolationMode.Bilinear, 1, d => Math.Max(0, 1 - d)),
            (InterpolationMode.Bicubic, 2, d => Cubic(d, -0.5)),
        })
        {
            _ = TensorAssert.Close(Smoothed(x, [rows, columns], reach, filter), Repeatable.Read(F.interpolate(x, [rows, columns], mode: mode, antialias: true)), Rounding, Rounding);
            Gradients.Match(t => F.interpolate(t[0], [rows, columns], mode: mode, antialias: true), x);
        }
    }

    [Fact]
    public void AScaleFactorGivesTheSizeRoundedDownAndTheAreaModeTheMeans()
    {
        using var scope = NewDisposeScope();
        var x = Repeatable.Tensor(1, 1, 2, 5, 6);
        Assert.Equal([1L, 2, 7, 9], F.interpolate(x, scale_factor: [1.5, 1.5]).shape);
        _ = TensorAssert.Close(F.adaptive_avg_pool2d(x, [2, 3]), F.interpolate(x, [2, 3], mode: InterpolationMode.Area), 0);
        _ = TensorAssert.Close(F.interpolate(x, [7, 9], mode: InterpolationMode.Bilinear), F.interpolate(x, scale_factor: [1.5, 1.5], mode: InterpolationMode.Bilinear, recompute_scale_factor: true), 0);
        using var up = nn.Upsample(scale_factor: [2, 3], mode: UpsampleMode.Bilinear, align_corners: true);
        _ = TensorAssert.Close(F.upsample_bilinear(x, scale_factor: [2, 3], align_corners: true), up.call(x), 0);
        _ = Assert.Throws<ArgumentException>(() => F.interpolate(x));
        _ = Assert.Throws<ArgumentException>(() => F.interpolate(x, [3]));
        _ = Assert.Throws<ArgumentException>(() => F.interpolate(x, [3, 3], align_corners: true));
        _ = Assert.Throws<NotSupportedException>(() => F.interpolate(x, [3, 3], mode: InterpolationMode.Linear));
    }

    [Fact]
    public void TheBackwardOfNearestUpsamplingAddsUpTheCopies()
    {
        using var scope = NewDisposeScope();
        var (line, plane, space) = (ones([1, 2, 6], ScalarType.Float64, TestDevice.Current), ones([1, 2, 6, 4], ScalarType.Float64, TestDevice.Current), ones([1, 1, 4, 2, 2], ScalarType.Float64, TestDevice.Current));
        _ = TensorAssert.Close(line.slice(2, 0, 3, 1).mul(2), F.upsample_nearest1d_backward(line, 6, 3, null), 0);
        _ = TensorAssert.Close(plane.slice(2, 0, 3, 1).slice(3, 0, 2, 1).mul(4), F.upsample_nearest2d_backward(plane, [1, 2, 3, 2]), 0);
        _ = TensorAssert.Close(space.slice(2, 0, 2, 1).mul(2), F.upsample_nearest3d_backward(space, [1, 1, 2, 2, 2]), 0);
    }

    [Theory]
    [InlineData(false, GridSamplePaddingMode.Zeros)]
    [InlineData(true, GridSamplePaddingMode.Zeros)]
    [InlineData(true, GridSamplePaddingMode.Border)]
    public void AGridReadsTheImageBetweenItsPixels(bool corners, GridSamplePaddingMode mode)
    {
        using var scope = NewDisposeScope();
        var (x, grid) = (Repeatable.Tensor(1, 1, 2, 4, 5), Repeatable.Tensor(2, 1, 3, 3, 2).mul(1.4));
        var (source, points) = (Repeatable.Read(x), Repeatable.Read(grid));
        double[] expected = [.. Repeatable.Indices([1, 2, 9]).Select(i =>
        {
            double At(int axis, int size)
            {
                var p = points[2 * i[2] + axis];
                var at = corners ? (p + 1) / 2 * (size - 1) : ((p + 1) * size - 1) / 2;
                return mode == GridSamplePaddingMode.Border ? Math.Clamp(at, 0, size - 1) : at;
            }

            var (column, row) = (At(0, 5), At(1, 4));
            double sum = 0;
            for (var r = 0; r < 4; r++)
            {
                for (var c = 0; c < 5; c++)
                    sum += Math.Max(0, 1 - Math.Abs(r - row)) * Math.Max(0, 1 - Math.Abs(c - column)) * source[Repeatable.Flat([1, 2, 4, 5], 0, i[1], r, c)];
            }

            return sum;
        })];
        _ = TensorAssert.Close(expected, Repeatable.Read(F.grid_sample(x, grid, padding_mode: mode, align_corners: corners)), Rounding, Rounding);
        Gradients.Match(t => F.grid_sample(t[0], t[1], padding_mode: mode, align_corners: corners), x, grid);
    }

    [Fact]
    public void AnAffineGridOfTheIdentityReadsTheImageItselfAndAMirrorTurnsItRound()
    {
        using var scope = NewDisposeScope();
        var x = Repeatable.Tensor(1, 1, 2, 4, 5);
        var identity = Repeatable.On([1, 0, 0, 0, 1, 0], 1, 2, 3);
        var mirror = Repeatable.On([-1, 0, 0, 0, 1, 0], 1, 2, 3);
        _ = TensorAssert.Close(x, F.grid_sample(x, F.affine_grid(identity, x.shape)), Rounding, Rounding);
        _ = TensorAssert.Close(x.flip(3), F.grid_sample(x, F.affine_grid(mirror, x.shape, true), GridSampleMode.Nearest, align_corners: true), Rounding, Rounding);
    }

    /// <summary>A filter is as wide as the pixels it replaces, and its weights inside the image add up to one.</summary>
    private static double[] Smoothed(Tensor x, long[] size, int reach, Func<double, double> filter)
    {
        var (source, shape) = (Repeatable.Read(x), x.shape);
        double[] Weights(long at, long from, long to)
        {
            var scale = (double)from / to;
            var stretch = Math.Max(scale, 1);
            var center = scale * (at + 0.5);
            // A pixel counts when its middle is less than half a pixel outside the filter, as in libtorch.
            var (first, end) = (Math.Max(0, (long)(center - reach * stretch + 0.5)), Math.Min(from, (long)(center + reach * stretch + 0.5)));
            double[] weights = [.. Enumerable.Range(0, (int)from).Select(p => p < first || p >= end ? 0 : filter(Math.Abs(p + 0.5 - center) / stretch))];
            return [.. weights.Select(w => w / weights.Sum())];
        }

        return [.. Repeatable.Indices([.. shape[..2], .. size]).Select(i =>
        {
            var (down, across) = (Weights(i[2], shape[2], size[0]), Weights(i[3], shape[3], size[1]));
            return Enumerable.Range(0, down.Length).Sum(r => Enumerable.Range(0, across.Length).Sum(c => down[r] * across[c] * source[Repeatable.Flat(shape, i[0], i[1], r, c)]));
        })];
    }

    /// <summary>Places are spread over the corners, or over the pixels' areas; beyond the edge stands the edge.</summary>
    private static double[] Weighed(Tensor x, long[] size, bool corners, bool cubic)
    {
        var (source, shape) = (Repeatable.Read(x), x.shape);
        return [.. Repeatable.Indices([.. shape[..2], .. size]).Select(i =>
        {
            var terms = new List<(double Weight, long[] Place)> { (1, [i[0], i[1]]) };
            for (var k = 0; k < size.Length; k++)
            {
                var (reach, to) = (shape[k + 2], size[k]);
                var at = corners ? i[k + 2] * (reach - 1.0) / (to - 1) : (i[k + 2] + 0.5) * reach / to - 0.5;
                if (!cubic) at = Math.Max(at, 0);
                var floor = (long)Math.Floor(at);
                terms = [.. from term in terms
                            from offset in Enumerable.Range(cubic ? -1 : 0, cubic ? 4 : 2)
                            let distance = Math.Abs(at - floor - offset)
                            let weight = cubic ? Cubic(distance) : 1 - distance
                            select (term.Weight * weight, (long[])[.. term.Place, Math.Clamp(floor + offset, 0, reach - 1)])];
            }

            return terms.Sum(term => term.Weight * source[Repeatable.Flat(shape, term.Place)]);
        })];
    }

    /// <summary>Keys' kernel with a = -3/4.</summary>
    private static double Cubic(double x, double a = -0.75) =>
        x <= 1 ? (a + 2) * x * x * x - (a + 3) * x * x + 1 : x < 2 ? a * (x * x * x - 5 * x * x + 8 * x - 4) : 0;
}
