using Lectern.Torch.Tests.Support;
using static TorchSharp.torch.nn;

namespace Lectern.Torch.Tests.Modules;

public sealed class DropoutTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string> Kinds => ["Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout"];

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void In_evaluation_nothing_is_dropped(string kind)
    {
        using var module = Make(kind, 0.5);
        module.eval();
        var x = Input(kind);
        TensorAssert.Close(x, module.call(x), 0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void With_a_probability_of_zero_nothing_is_dropped(string kind)
    {
        using var module = Make(kind, 0);
        var x = Input(kind);
        TensorAssert.Close(x, module.call(x), 1e-12);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void A_probability_lies_between_zero_and_one(double p) =>
        Assert.ThrowsAny<Exception>(() => Dropout(p).call(Input("Dropout")));

    [Fact]
    public void Elements_are_dropped_or_scaled()
    {
        using var generator = manual_seed(3);
        using var module = Dropout(0.3);
        var y = module.call(ones(10_000, dtype: ScalarType.Float64, device: TestDevice.Current)).Items();
        Assert.All(y, v => Assert.True(v == 0 || Math.Abs(v - 1 / 0.7) < 1e-12));

        // Binomial with a standard deviation of 46.
        Assert.InRange(y.Count(v => v == 0), 2700, 3300);
    }

    [Theory]
    [InlineData("Dropout1d", new long[] { 50, 8, 7 })]
    [InlineData("Dropout1d", new long[] { 200, 7 })]
    [InlineData("Dropout2d", new long[] { 20, 8, 2, 4 })]
    [InlineData("Dropout3d", new long[] { 20, 8, 2, 2, 2 })]
    [InlineData("Dropout3d", new long[] { 200, 2, 2, 2 })]
    public void Channels_are_dropped_as_a_whole(string kind, long[] shape)
    {
        using var module = Make(kind, 0.5);
        var channel = (int)shape[(shape.Length is 3 or 4 or 5 && shape[0] < 100 ? 2 : 1)..].Aggregate(1L, (a, b) => a * b);
        var y = module.call(ones(shape, ScalarType.Float64, TestDevice.Current));
        Assert.Equal(shape, y.shape);
        var sums = y.Items().Chunk(channel).Select(part => part.Sum()).ToArray();
        Assert.All(sums, sum => Assert.True(sum == 0 || Math.Abs(sum - 2 * channel) < 1e-9));
        Assert.InRange(sums.Count(sum => sum == 0), sums.Length / 4, 3 * sums.Length / 4);
    }

    [Fact]
    public void Alpha_dropout_keeps_mean_and_variance()
    {
        using var module = AlphaDropout(0.2);
        var y = module.call(randn(100_000, dtype: ScalarType.Float64, device: TestDevice.Current)).Items();
        var mean = y.Average();

        // The standard deviation of the mean is 0.003.
        Assert.InRange(mean, -0.02, 0.02);
        Assert.InRange(y.Average(v => (v - mean) * (v - mean)), 0.96, 1.04);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void In_place_the_input_changes(string kind)
    {
        using var module = Make(kind, 0.5, inplace: true);
        var x = Input(kind);
        var before = x.clone();
        Assert.Same(x, module.call(x));
        Assert.NotEqual(before.Items(), x.Items());
    }

    [Fact]
    public void The_gradient_flows_where_nothing_was_dropped()
    {
        using var module = Dropout();
        var x = ones(100, dtype: ScalarType.Float64, device: TestDevice.Current).requires_grad_();
        var y = module.call(x);
        y.sum().backward();
        TensorAssert.Close(y, x.grad!, 0);
    }

    private static Tensor Input(string kind) => kind switch
    {
        "Dropout1d" => Samples.Tensor(1, 4, 8, 3),
        "Dropout3d" => Samples.Tensor(1, 4, 8, 1, 2, 2),
        _ => Samples.Tensor(1, 4, 8, 2, 2),
    };

    private static torch.nn.Module<Tensor, Tensor> Make(string kind, double p, bool inplace = false) => kind switch
    {
        "Dropout" => Dropout(p, inplace),
        "Dropout1d" => Dropout1d(p, inplace),
        "Dropout2d" => Dropout2d(p, inplace),
        "Dropout3d" => Dropout3d(p, inplace),
        "AlphaDropout" => AlphaDropout(p, inplace),
        _ => FeatureAlphaDropout(p, inplace),
    };
}
