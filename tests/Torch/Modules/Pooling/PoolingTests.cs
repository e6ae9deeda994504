using Lectern.Torch.Tests.Modules.Reference;
using Lectern.Torch.Tests.Support;
using F = TorchSharp.torch.nn.functional;

namespace Lectern.Torch.Tests.Modules.Pooling;

public sealed class PoolingTests
{
    private const double Rounding = 1e-13;

    [Theory]
    [InlineData(1, 3, 1, 0, 1, false)]
    [InlineData(1, 3, 2, 1, 2, true)]
    [InlineData(2, 2, 2, 0, 1, false)]
    [InlineData(2, 3, 2, 1, 1, true)]
    [InlineData(3, 2, 1, 1, 2, false)]
    [InlineData(3, 2, 2, 1, 1, true)]
    public void MaxPoolingTakesTheLargestOfEachWindow(int d, long kernel, long stride, long padding, long dilation, bool ceil)
    {
        using var scope = NewDisposeScope();
        var x = Input(d);
        var (expected, shape) = PlainPooling.Windows(Repeatable.Read(x), x.shape, kernel, stride, padding, dilation, ceil, window => window.Max());
        var pooled = Max(d, x, kernel, stride, padding, dilation, ceil);
        Assert.Equal(shape, pooled.shape);
        _ = TensorAssert.Close(expected, Repeatable.Read(pooled), 0);
        Gradients.Match(t => Max(d, t[0], kernel, stride, padding, dilation, ceil), x);
    }

    [Theory]
    [InlineData(1, 3, 1, 1, false, true)]
    [InlineData(2, 3, 2, 1, false, true)]
    [InlineData(2, 3, 2, 1, false, false)]
    [InlineData(2, 2, 3, 0, true, false)]
    [InlineData(3, 2, 2, 1, false, false)]
    public void AveragePoolingTakesTheMeanOfEachWindowWithOrWithoutThePadding(int d, long kernel, long stride, long padding, bool ceil, bool padded)
    {
        using var scope = NewDisposeScope();
        var x = Input(d);
        var all = Math.Pow(kernel, d);
        var (expected, shape) = PlainPooling.Windows(Repeatable.Read(x), x.shape, kernel, stride, padding, 1, ceil, window => window.Sum() / (padded ? all : window.Count));
        var pooled = Average(d, x, kernel, stride, padding, ceil, padded);
        Assert.Equal(shape, pooled.shape);
        _ = TensorAssert.Close(expected, Repeatable.Read(pooled), Rounding, Rounding);
        Gradients.Match(t => Average(d, t[0], kernel, stride, padding, ceil, padded), x);
    }

    [Fact]
    public void ADivisorTakesThePlaceOfTheWindowsSize()
    {
        using var scope = NewDisposeScope();
        var x = Input(2);
        _ = TensorAssert.Close(F.avg_pool2d(x, [2, 3]).mul(6.0 / 5), F.avg_pool2d(x, [2, 3], divisor_override: 5), Rounding, Rounding);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AdaptivePoolingSplitsTheInputIntoAsManyWindowsAsAreWanted(int d)
    {
        using var scope = NewDisposeScope();
        var x = Input(d);
        long[] size = [.. new long[] { 3, 2, 4 }[..d]];
        var mean = d switch { 1 => F.adaptive_avg_pool1d(x, size[0]), 2 => F.adaptive_avg_pool2d(x, size), _ => F.adaptive_avg_pool3d(x, size) };
        var largest = d switch { 1 => F.adaptive_max_pool1d(x, size[0]), 2 => F.adaptive_max_pool2d(x, size), _ => F.adaptive_max_pool3d(x, size) };
        _ = TensorAssert.Close(PlainPooling.Adaptive(Repeatable.Read(x), x.shape, size, window => window.Average()), Repeatable.Read(mean), Rounding, Rounding);
        _ = TensorAssert.Close(PlainPooling.Adaptive(Repeatable.Read(x), x.shape, size, window => window.Max()), Repeatable.Read(largest), 0);
        Gradients.Match(t => d switch { 1 => F.adaptive_avg_pool1d(t[0], size[0]), 2 => F.adaptive_avg_pool2d(t[0], size), _ => F.adaptive_avg_pool3d(t[0], size) }, x);
        Gradients.Match(t => d switch { 1 => F.adaptive_max_pool1d(t[0], size[0]), 2 => F.adaptive_max_pool2d(t[0], size), _ => F.adaptive_max_pool3d(t[0], size) }, x);
    }

    [Fact]
    public void PowerPoolingTakesThePNormOfEachWindow()
    {
        using var scope = NewDisposeScope();
        var (line, plane) = (Input(1).abs(), Input(2).abs());
        static double Norm(List<double> window) => Math.Pow(window.Sum(x => Math.Pow(x, 3)), 1 / 3.0);
        _ = TensorAssert.Close(PlainPooling.Windows(Repeatable.Read(line), line.shape, 2, 2, 0, 1, false, Norm).Values, Repeatable.Read(F.lp_pool1d(line, 3, 2)), 1e-12);
        _ = TensorAssert.Close(PlainPooling.Windows(Repeatable.Read(plane), plane.shape, 2, 1, 0, 1, false, Norm).Values, Repeatable.Read(F.lp_pool2d(plane, 3, 2, 1)), 1e-12);
        Gradients.Match(t => F.lp_pool2d(t[0], 2, [2, 3]), plane);
    }

    [Fact]
    public void UnpoolingPutsTheMaximaBackWhereTheyStood()
    {
        using var scope = NewDisposeScope();
        for (var d = 1; d <= 3; d++)
        {
            var x = Input(d);
            var (values, indices) = d switch { 1 => F.max_pool1d_with_indices(x, 2), 2 => F.max_pool2d_with_indices(x, [2, 2]), _ => F.max_pool3d_with_indices(x, [2, 2, 2]) };
            var back = d switch
            {
                1 => F.max_unpool1d(values, indices, 2, output_size: x.shape),
                2 => F.max_unpool2d(values, indices, [2, 2], output_size: x.shape[2..]),
                _ => F.max_unpool3d(values, indices, [2, 2, 2], output_size: x.shape),
            };
            var maxima = Repeatable.Read(values).ToHashSet();
            _ = TensorAssert.Close(Repeatable.Read(x).Select(e => maxima.Contains(e) ? e : 0).ToArray(), Repeatable.Read(back), 0);
        }

        _ = Assert.Throws<ArgumentException>(() => F.max_unpool1d(zeros(1, 1, 3), zeros(1, 1, 3, ScalarType.Int64), 2, output_size: [9]));
    }

    [Fact]
    public void FractionalPoolingGivesTheWantedSizeAndTellsWhereItsMaximaStand()
    {
        using var scope = NewDisposeScope();
        var x = Repeatable.Tensor(1, 2, 3, 9, 8);
        var (values, indices) = F.fractional_max_pool2d_with_indices(x, [2, 3], output_size: [5, 4]);
        Assert.Equal([2L, 3, 5, 4], values.shape);
        _ = TensorAssert.Close(x.reshape(2, 3, -1).gather(2, indices.reshape(2, 3, -1)), values.reshape(2, 3, -1), 0);
        Assert.Equal([2L, 3, 4, 4], F.fractional_max_pool2d(x, 2, output_size: 4).shape);
        Assert.Equal([3L, 4, 4, 2], F.fractional_max_pool3d(Repeatable.Tensor(1, 3, 8, 9, 5), (2, 2, 2), output_ratio: (0.5, 0.5, 0.5)).shape);
        _ = Assert.Throws<ArgumentException>(() => F.fractional_max_pool2d(x, 2));
    }

    [Fact]
    public void ModulesPoolAsTheirFunctionsDo()
    {
        using var scope = NewDisposeScope();
        var (line, plane, space) = (Input(1), Input(2), Input(3));
        Same(F.max_pool1d(line, 3, 2, 1), nn.MaxPool1d(3, 2, 1), line);
        Same(F.max_pool2d(plane, [3, 2], [2, 1], [1, 0]), nn.MaxPool2d((3, 2), (2, 1), (1, 0)), plane);
        Same(F.max_pool3d(space, [2, 2, 2]), nn.MaxPool3d(2), space);
        Same(F.avg_pool1d(line, 3, 2, 1, true, false), nn.AvgPool1d(3, 2, 1, true, false), line);
        Same(F.avg_pool2d(plane, (3, 2), (2, 1), (1, 0)), nn.AvgPool2d((3, 2), (2, 1), (1, 0)), plane);
        Same(F.avg_pool3d(space, [2, 2, 2], divisor_override: 3), nn.AvgPool3d(2, divisor_override: 3), space);
        Same(F.adaptive_avg_pool1d(line, 2), nn.AdaptiveAvgPool1d(2), line);
        Same(F.adaptive_avg_pool2d(plane, 2), nn.AdaptiveAvgPool2d(2), plane);
        Same(F.adaptive_avg_pool3d(space, (1, 2, 3)), nn.AdaptiveAvgPool3d((1, 2, 3)), space);
        Same(F.adaptive_max_pool1d(line, 2), nn.AdaptiveMaxPool1d(2), line);
        Same(F.adaptive_max_pool2d(plane, [2, 3]), nn.AdaptiveMaxPool2d([2, 3]), plane);
        Same(F.adaptive_max_pool3d(space, [2, 3, 1]), nn.AdaptiveMaxPool3d([2, 3, 1]), space);
        Same(F.lp_pool1d(line, 2, 3), nn.LPPool1d(2, 3), line);
        Same(F.lp_pool2d(plane, 2, 3), nn.LPPool2d(2, 3), plane);
        var (values, indices) = nn.MaxPool2d(2).forward_with_indices(plane);
        _ = TensorAssert.Close(F.max_unpool2d(values, indices, [2, 2]), nn.MaxUnpool2d(2).call(values, indices), 0);
    }

    private static void Same(Tensor expected, nn.Module<Tensor, Tensor> module, Tensor input)
    {
        using (module) _ = TensorAssert.Close(expected, module.call(input), 0);
    }

    private static Tensor Input(int d) => Repeatable.Tensor(1, [2, 2, .. new long[] { 7, 6, 5 }[..d]]);

    private static Tensor Max(int d, Tensor x, long kernel, long stride, long padding, long dilation, bool ceil) => d switch
    {
        1 => F.max_pool1d(x, kernel, stride, padding, dilation, ceil),
        2 => F.max_pool2d(x, kernel, stride, padding, dilation, ceil),
        _ => F.max_pool3d(x, [kernel, kernel, kernel], [stride, stride, stride], [padding, padding, padding], [dilation, dilation, dilation], ceil),
    };

    private static Tensor Average(int d, Tensor x, long kernel, long stride, long padding, bool ceil, bool padded) => d switch
    {
        1 => F.avg_pool1d(x, kernel, stride, padding, ceil, padded),
        2 => F.avg_pool2d(x, kernel, stride, padding, ceil, padded),
        _ => F.avg_pool3d(x, [kernel, kernel, kernel], [stride, stride, stride], [padding, padding, padding], ceil, padded),
    };
}
