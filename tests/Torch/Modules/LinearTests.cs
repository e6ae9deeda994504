using Lectern.Torch.Tests.Support;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Lectern.Torch.Tests.Modules;

public sealed class LinearTests : IDisposable
{
    private const double Exact = 1e-12;
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Linear_is_the_product_with_the_weight_plus_the_bias()
    {
        using var linear = Linear(3, 2, dtype: ScalarType.Float64, device: TestDevice.Current);
        var x = Samples.Tensor(1, 4, 3);
        var (w, b) = (linear.weight.Items(), linear.bias!.Items());
        var expected = x.Items().Chunk(3).SelectMany(row => Enumerable.Range(0, 2).Select(o => b[o] + row.Select((v, i) => v * w[3 * o + i]).Sum())).ToArray();
        TensorAssert.Close(expected, linear.call(x).Items(), Exact, Exact);
        FiniteDifference.Check(() => linear.call(x), x, linear.weight, linear.bias!);
    }

    [Fact]
    public void Linear_names_its_parameters_and_sizes()
    {
        using var linear = Linear(3, 2);
        Assert.Equal(["weight", "bias"], linear.named_parameters().Select(pair => pair.name));
        Assert.Equal([2, 3], linear.weight.shape);
        Assert.Equal((3L, 2L), (linear.in_features, linear.out_features));
        using var bare = Linear(3, 2, hasBias: false);
        Assert.Null(bare.bias);
        Assert.Equal(["weight"], bare.state_dict().Keys);
    }

    [Fact]
    public void Linear_weights_lie_within_one_over_the_root_of_the_inputs()
    {
        using var linear = Linear(100, 50);
        foreach (var parameter in linear.parameters())
        {
            Assert.InRange(parameter.Items().Max(), 0.07, 0.1);
            Assert.InRange(parameter.Items().Min(), -0.1, -0.07);
        }
    }

    [Fact]
    public void A_weight_that_is_set_is_registered_and_used()
    {
        using var embedding = Embedding(5, 3);
        using var linear = Linear(3, 5, hasBias: false);
        linear.weight = embedding.weight!;
        Assert.Same(embedding.weight, linear.get_parameter("weight"));
        linear.bias = new Parameter(zeros(5));
        Assert.Equal(["weight", "bias"], linear.named_parameters().Select(pair => pair.name));
        linear.bias = null;
        Assert.Equal(["weight"], linear.named_parameters().Select(pair => pair.name));
    }

    [Fact]
    public void Linear_is_made_of_given_parameters()
    {
        using var linear = Linear(new Parameter(ones(2, 3)), new Parameter(ones(2)));
        Assert.Equal([4, 4], linear.call(ones(3)).Items());
        Assert.Equal(3, linear.in_features);
    }

    [Fact]
    public void Bilinear_is_a_form_in_both_inputs()
    {
        using var bilinear = Bilinear(2, 3, 2, dtype: ScalarType.Float64, device: TestDevice.Current);
        var (x, y) = (Samples.Tensor(1, 2, 2), Samples.Tensor(2, 2, 3));
        var (xs, ys, w, b) = (x.Items(), y.Items(), bilinear.weight.Items(), bilinear.bias!.Items());
        var expected = new double[4];
        for (var n = 0; n < 2; n++)
        {
            for (var o = 0; o < 2; o++)
            {
                expected[2 * n + o] = b[o];
                for (var i = 0; i < 2; i++)
                {
                    for (var j = 0; j < 3; j++) expected[2 * n + o] += xs[2 * n + i] * w[6 * o + 3 * i + j] * ys[3 * n + j];
                }
            }
        }

        TensorAssert.Close(expected, bilinear.call(x, y).Items(), Exact, Exact);
        FiniteDifference.Check(() => bilinear.call(x, y), x, y, bilinear.weight, bilinear.bias!);
        Assert.All(bilinear.weight.Items(), v => Assert.InRange(Math.Abs(v), 0, 1 / Math.Sqrt(2)));
    }

    [Fact]
    public void Cosine_similarity_is_the_product_of_directions()
    {
        var (x, y) = (Samples.Tensor(1, 2, 3), Samples.Tensor(2, 2, 3));
        var expected = x.Items().Chunk(3).Zip(y.Items().Chunk(3), (a, b) => Dot(a, b) / Math.Sqrt(Dot(a, a) * Dot(b, b))).ToArray();
        TensorAssert.Close(expected, CosineSimilarity().call(x, y).Items(), Exact);
        FiniteDifference.Check(() => functional.cosine_similarity(x, y), x, y);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Pairwise_distance_is_the_norm_of_the_difference(double p, bool keepdim)
    {
        var (x, y) = (Samples.Tensor(1, 2, 3), Samples.Tensor(2, 2, 3));
        var expected = x.Items().Chunk(3).Zip(y.Items().Chunk(3), (a, b) => Math.Pow(a.Zip(b, (s, t) => Math.Pow(Math.Abs(s - t + 1e-6), p)).Sum(), 1 / p)).ToArray();
        var distance = PairwiseDistance(p, keepdim: keepdim).call(x, y);
        Assert.Equal(keepdim ? [2, 1] : [2], distance.shape);
        TensorAssert.Close(expected, distance.Items(), Exact);
        FiniteDifference.Check(() => functional.pairwise_distance(x, y, p), x, y);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Normalized_vectors_have_length_one(double p)
    {
        var x = Samples.Tensor(1, 3, 4);
        var expected = x.Items().Chunk(4).SelectMany(row => row.Select(v => v / Math.Pow(row.Sum(w => Math.Pow(Math.Abs(w), p)), 1 / p))).ToArray();
        TensorAssert.Close(expected, functional.normalize(x, p).Items(), Exact);
        FiniteDifference.Check(() => functional.normalize(x, p), x);
        Assert.Equal([0, 0], functional.normalize(zeros(1, 2)).Items());
    }

    [Fact]
    public void Flatten_and_unflatten_undo_each_other()
    {
        var x = Samples.Tensor(1, 2, 3, 4, 5);
        var flat = Flatten(1, 2).call(x);
        Assert.Equal([2, 12, 5], flat.shape);
        TensorAssert.Close(x, Unflatten(1, [3, 4]).call(flat), 0);
        Assert.Equal([2, 60], Flatten().call(x).shape);
    }

    [Fact]
    public void One_hot_marks_the_class()
    {
        var x = Samples.Tensor(new long[] { 2, 0 }, 2);
        Assert.Equal([0, 0, 1, 1, 0, 0], functional.one_hot(x).Items());
        Assert.Equal([2, 4], functional.one_hot(x, 4).shape);
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (s, t) => s * t).Sum();
}
