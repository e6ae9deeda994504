using Lectern.Torch.Tests.Support;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Lectern.Torch.Tests.Modules;

/// <summary>Normalization against loops over groups of elements that share their statistics.</summary>
public sealed class NormalizationTests : IDisposable
{
    private const double Exact = 1e-11;
    private const double Epsilon = 1e-5;
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(1, new long[] { 5, 3 })]
    [InlineData(1, new long[] { 5, 3, 4 })]
    [InlineData(2, new long[] { 2, 3, 2, 4 })]
    [InlineData(3, new long[] { 2, 3, 2, 1, 2 })]
    public void Batch_norm_takes_the_statistics_of_the_batch_while_training(int kind, long[] shape)
    {
        using var norm = BatchNormOf(kind);
        Randomize(norm);
        var x = Samples.Tensor(1, shape);
        var expected = Normalized(x.Items(), place => Channel(place, shape), place => Channel(place, shape), norm.weight!.Items(), norm.bias!.Items());
        TensorAssert.Close(expected, norm.call(x).Items(), Exact, Exact);
        FiniteDifference.Check(() => norm.call(x), x, norm.weight!, norm.bias!);
    }

    [Fact]
    public void Batch_norm_keeps_running_statistics_for_evaluation()
    {
        using var norm = BatchNormOf(2);
        long[] shape = [2, 3, 2, 4];
        var (mean, variance) = (new double[3], new double[] { 1, 1, 1 });
        for (var step = 1; step <= 3; step++)
        {
            var x = Samples.Tensor(step, shape);
            _ = norm.call(x);
            var items = x.Items();
            for (var c = 0; c < 3; c++)
            {
                double[] channel = [.. items.Where((_, place) => Channel(place, shape) == c)];
                var average = channel.Average();
                mean[c] = 0.9 * mean[c] + 0.1 * average;

                // The running variance is the unbiased one.
                variance[c] = 0.9 * variance[c] + 0.1 * channel.Sum(v => (v - average) * (v - average)) / (channel.Length - 1);
            }
        }

        TensorAssert.Close(mean, norm.running_mean!.Items(), Exact);
        TensorAssert.Close(variance, norm.running_var!.Items(), Exact);
        Assert.Equal(3, norm.num_batches_tracked!.item<long>());
        norm.eval();
        var y = Samples.Tensor(9, shape);
        double[] expected = [.. y.Items().Select((v, place) => (v - mean[Channel(place, shape)]) / Math.Sqrt(variance[Channel(place, shape)] + Epsilon))];
        TensorAssert.Close(expected, norm.call(y).Items(), Exact);
        Assert.Equal(3, norm.num_batches_tracked!.item<long>());
        norm.reset_running_stats();
        Assert.Equal([0, 0, 0, 1, 1, 1, 0], [.. norm.running_mean!.Items(), .. norm.running_var!.Items(), .. norm.num_batches_tracked!.Items()]);
    }

    [Fact]
    public void Without_momentum_the_running_mean_is_that_of_all_batches()
    {
        using var norm = BatchNorm1d(2, dtype: ScalarType.Float64, device: TestDevice.Current);
        norm.momentum = null;
        var (a, b) = (Samples.Tensor(1, 4, 2), Samples.Tensor(2, 4, 2));
        _ = norm.call(a);
        _ = norm.call(b);
        TensorAssert.Close((a.mean([0]) + b.mean([0])) / 2, norm.running_mean!, Exact);
    }

    [Fact]
    public void Without_tracking_evaluation_takes_the_statistics_of_the_batch_too()
    {
        using var norm = BatchNorm1d(2, track_running_stats: false, dtype: ScalarType.Float64, device: TestDevice.Current);
        Assert.Equal(["weight", "bias"], norm.state_dict().Keys);
        var x = Samples.Tensor(1, 4, 2);
        var trained = norm.call(x);
        norm.eval();
        TensorAssert.Close(trained, norm.call(x), 0);
    }

    [Fact]
    public void Batch_norm_names_parameters_and_buffers_as_Python_does()
    {
        using var norm = BatchNorm2d(3);
        Assert.Equal(["weight", "bias", "running_mean", "running_var", "num_batches_tracked"], norm.state_dict().Keys);
        using var bare = BatchNorm2d(3, affine: false);
        Assert.Empty(bare.parameters());
        Assert.Equal(ScalarType.Int64, norm.to(ScalarType.Float64).num_batches_tracked!.dtype);
        Assert.Equal(ScalarType.Float64, norm.running_var!.dtype);
    }

    [Fact]
    public void Each_batch_norm_refuses_other_dimensions()
    {
        Assert.Throws<ArgumentException>(() => BatchNorm1d(3).call(zeros(2, 3, 1, 1)));
        Assert.Throws<ArgumentException>(() => BatchNorm2d(3).call(zeros(2, 3, 1)));
        Assert.Throws<ArgumentException>(() => BatchNorm3d(3).call(zeros(2, 3, 1, 1)));
        Assert.Throws<ArgumentException>(() => InstanceNorm2d(3).call(zeros(3, 1)));
        Assert.Throws<ArgumentException>(() => GroupNorm(2, 3));
    }

    [Theory]
    [InlineData(1, new long[] { 2, 3, 4 }, true)]
    [InlineData(1, new long[] { 3, 4 }, false)]
    [InlineData(2, new long[] { 2, 3, 2, 4 }, true)]
    [InlineData(2, new long[] { 3, 2, 4 }, false)]
    [InlineData(3, new long[] { 2, 3, 2, 1, 2 }, true)]
    public void Instance_norm_normalizes_each_channel_of_each_example(int kind, long[] shape, bool batch)
    {
        using InstanceNorm norm = kind switch
        {
            1 => InstanceNorm1d(3, affine: true, dtype: ScalarType.Float64, device: TestDevice.Current),
            2 => InstanceNorm2d(3, affine: true, dtype: ScalarType.Float64, device: TestDevice.Current),
            _ => InstanceNorm3d(3, affine: true, dtype: ScalarType.Float64, device: TestDevice.Current),
        };
        Randomize(norm);
        var x = Samples.Tensor(1, shape);
        var space = (int)shape[(batch ? 2 : 1)..].Aggregate(1L, (a, b) => a * b);
        var expected = Normalized(x.Items(), place => place / space, place => place / space % 3, norm.weight!.Items(), norm.bias!.Items());
        TensorAssert.Close(expected, norm.call(x).Items(), Exact, Exact);
        FiniteDifference.Check(() => norm.call(x), x, norm.weight!, norm.bias!);
    }

    [Fact]
    public void Instance_norm_tracks_statistics_when_asked_to()
    {
        using var norm = InstanceNorm1d(3, track_running_stats: true, dtype: ScalarType.Float64, device: TestDevice.Current);
        var x = Samples.Tensor(1, 2, 3, 4);
        _ = norm.call(x);
        TensorAssert.Close(0.1 * x.mean([0, 2]), norm.running_mean!, Exact);
        norm.eval();
        TensorAssert.Close((x - norm.running_mean!.reshape(1, 3, 1)) / (norm.running_var!.reshape(1, 3, 1) + Epsilon).sqrt(), norm.call(x), Exact);
        using var plain = InstanceNorm1d(3);
        Assert.Empty(plain.state_dict());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Group_norm_normalizes_groups_of_channels(int groups)
    {
        using var norm = GroupNorm(groups, 4, dtype: ScalarType.Float64, device: TestDevice.Current);
        using (no_grad())
        {
            norm.weight!.copy_(Samples.Tensor(11, 4));
            norm.bias!.copy_(Samples.Tensor(12, 4));
        }

        var x = Samples.Tensor(1, 2, 4, 3);
        var expected = Normalized(x.Items(), place => place / (12 / groups), place => place / 3 % 4, norm.weight!.Items(), norm.bias!.Items());
        TensorAssert.Close(expected, norm.call(x).Items(), Exact, Exact);
        FiniteDifference.Check(() => norm.call(x), x, norm.weight!, norm.bias!);
    }

    [Theory]
    [InlineData(new long[] { 4 })]
    [InlineData(new long[] { 3, 4 })]
    public void Layer_norm_normalizes_the_last_dimensions(long[] last)
    {
        using var norm = LayerNorm(last, dtype: ScalarType.Float64, device: TestDevice.Current);
        using (no_grad())
        {
            norm.weight!.copy_(Samples.Tensor(11, last));
            norm.bias!.copy_(Samples.Tensor(12, last));
        }

        var size = (int)last.Aggregate(1L, (a, b) => a * b);
        var x = Samples.Tensor(1, 2, 3, 4);
        var expected = Normalized(x.Items(), place => place / size, place => place % size, norm.weight!.Items(), norm.bias!.Items());
        TensorAssert.Close(expected, norm.call(x).Items(), Exact, Exact);
        FiniteDifference.Check(() => norm.call(x), x, norm.weight!, norm.bias!);
    }

    [Fact]
    public void Layer_norm_can_lack_its_bias_or_both()
    {
        using var unbiased = LayerNorm(4, bias: false);
        Assert.Equal(["weight"], unbiased.state_dict().Keys);
        using var bare = LayerNorm(4, elementwise_affine: false);
        Assert.Empty(bare.state_dict());
        Assert.InRange(bare.call(randn(3, 4)).mean().item<float>(), -1e-6f, 1e-6f);
        using var changed = LayerNorm(2);
        using (no_grad()) changed.weight!.fill_(5);
        changed.reset_parameters();
        Assert.Equal([1, 1], changed.weight!.Items());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Local_response_norm_divides_by_neighbouring_channels(int size)
    {
        using var norm = LocalResponseNorm(size, 0.3, 0.6, 1.5);
        long[] shape = [2, 5, 3];
        var x = Samples.Tensor(1, shape);
        var items = x.Items();
        var expected = items.Select((v, place) =>
        {
            var c = Channel(place, shape);
            var sum = 0.0;
            for (var j = Math.Max(0, c - size / 2); j <= Math.Min(4, c + (size - 1) / 2); j++) sum += Math.Pow(items[place + 3 * (j - c)], 2);
            return v / Math.Pow(1.5 + 0.3 * sum / size, 0.6);
        }).ToArray();
        TensorAssert.Close(expected, norm.call(x).Items(), Exact);
        TensorAssert.Close(expected, norm.call(x.reshape(2, 5, 1, 3)).Items(), Exact);
        FiniteDifference.Check(() => norm.call(x), x);
    }

    private static int Channel(int place, long[] shape) => (int)(place / shape[2..].Aggregate(1L, (a, b) => a * b) % shape[1]);

    /// <summary>(x − mean) / √(variance + ε) · weight + bias, with the statistics of each group and the affine map of each unit.</summary>
    private static double[] Normalized(double[] x, Func<int, int> group, Func<int, int> unit, double[] weight, double[] bias)
    {
        var groups = x.Select((v, place) => (v, place)).ToLookup(pair => group(pair.place), pair => pair.v);
        return [.. x.Select((v, place) =>
        {
            double[] members = [.. groups[group(place)]];
            var mean = members.Average();
            var variance = members.Average(m => (m - mean) * (m - mean));
            return (v - mean) / Math.Sqrt(variance + Epsilon) * weight[unit(place)] + bias[unit(place)];
        })];
    }

    private static BatchNorm BatchNormOf(int kind) => kind switch
    {
        1 => BatchNorm1d(3, dtype: ScalarType.Float64, device: TestDevice.Current),
        2 => BatchNorm2d(3, dtype: ScalarType.Float64, device: TestDevice.Current),
        _ => BatchNorm3d(3, dtype: ScalarType.Float64, device: TestDevice.Current),
    };

    private static void Randomize(NormBase norm)
    {
        using var mode = no_grad();
        norm.weight!.copy_(Samples.Tensor(11, 3));
        norm.bias!.copy_(Samples.Tensor(12, 3));
    }
}
