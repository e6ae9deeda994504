using Lectern.Torch.Tests.Golden;
using Lectern.Torch.Tests.Support;
using static TorchSharp.torch.nn;

namespace Lectern.Torch.Tests.Modules;

public sealed class InitialValueTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    /// <summary>float32 on both sides, from the same random bits: only the last digits of logarithms and decompositions can differ.</summary>
    [Fact]
    public void After_the_same_seed_first_values_are_those_of_Python()
    {
        var golden = GoldenRun.Read("initial");
        using var seeded = manual_seed(7);
        using var layers = ModuleDict(
            ("linear", Linear(5, 3)),
            ("embedding", Embedding(6, 4, padding_idx: 2)),
            ("bilinear", Bilinear(2, 3, 4)),
            ("bag", EmbeddingBag(5, 4)),
            ("prelu", PReLU(2)),
            ("norm", BatchNorm1d(3)),
            ("last", Linear(4, 2, hasBias: false)));
        (string Name, Func<Tensor, Tensor> Fill)[] fills =
        [
            ("uniform", t => init.uniform_(t, -1, 3)),
            ("normal", t => init.normal_(t, 1, 2)),
            ("trunc_normal", t => init.trunc_normal_(t, 0.1, 0.5, -0.4, 0.9)),
            ("xavier_uniform", t => init.xavier_uniform_(t, 1.5)),
            ("xavier_normal", t => init.xavier_normal_(t)),
            ("kaiming_uniform", t => init.kaiming_uniform_(t, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU)),
            ("kaiming_normal", t => init.kaiming_normal_(t, 0.2)),
            ("orthogonal", t => init.orthogonal_(t, 2)),
            ("sparse", t => init.sparse_(t, 0.4)),
            ("eye", init.eye_),
        ];
        var filled = fills.ToDictionary(entry => entry.Name, entry => entry.Fill(empty(6, 4)));
        filled.Add("dirac", init.dirac_(empty(3, 2, 3)));
        var state = layers.state_dict();
        Assert.Equal(golden.State().Keys.Order(), state.Keys.Order());
        foreach (var (name, expected) in golden.State()) TensorAssert.Close(expected, state[name], 1e-6);
        foreach (var (name, values) in filled) TensorAssert.Close(golden.Data(name), values, 1e-5, 1e-6);
    }

    [Fact]
    public void Orthogonal_rows_or_columns_have_product_zero()
    {
        var wide = init.orthogonal_(empty([3, 5], ScalarType.Float64, TestDevice.Current));
        TensorAssert.Close(eye(3, dtype: ScalarType.Float64), wide.matmul(wide.transpose(0, 1)), 1e-12, 1e-12);
        var tall = init.orthogonal_(empty([6, 2, 2], ScalarType.Float64, TestDevice.Current)).reshape(6, 4);
        TensorAssert.Close(eye(4, dtype: ScalarType.Float64), tall.transpose(0, 1).matmul(tall), 1e-12, 1e-12);
    }

    [Theory]
    [InlineData(init.NonlinearityType.Linear, 0, 1)]
    [InlineData(init.NonlinearityType.Conv3D, 0, 1)]
    [InlineData(init.NonlinearityType.Sigmoid, 0, 1)]
    [InlineData(init.NonlinearityType.Tanh, 0, 5.0 / 3)]
    [InlineData(init.NonlinearityType.ReLU, 0, 1.4142135623730951)]
    [InlineData(init.NonlinearityType.LeakyReLU, 0.5, 1.2649110640673518)]
    public void A_gain_makes_up_for_its_nonlinearity(init.NonlinearityType nonlinearity, double slope, double gain) =>
        Assert.Equal(gain, init.calculate_gain(nonlinearity, slope), 1e-12);

    [Fact]
    public void Fans_count_the_field_of_a_kernel()
    {
        Assert.Equal((18L, 36L), init.CalculateFanInAndFanOut(empty(4, 2, 3, 3)));
        Assert.Throws<ArgumentException>(() => init.CalculateFanInAndFanOut(empty(4)));
        Assert.Throws<ArgumentException>(() => init.eye_(empty(2, 2, 2)));
        Assert.Throws<ArgumentException>(() => init.dirac_(empty(2, 2)));
        Assert.Throws<ArgumentException>(() => init.sparse_(empty(2), 0.5));
        Assert.Throws<ArgumentException>(() => init.orthogonal_(empty(2)));
    }

    [Fact]
    public void Filling_records_no_gradient_and_leaves_no_handle()
    {
        using var parameter = new TorchSharp.Modules.Parameter(empty(4, 4));
        var before = Tensor.TotalCount;
        foreach (var fill in new Func<Tensor, Tensor>[] { init.ones_, init.zeros_, init.eye_, t => init.constant_(t, 3), t => init.normal_(t), t => init.orthogonal_(t), t => init.sparse_(t, 0.5), t => init.trunc_normal_(t) })
            Assert.Same(parameter, fill(parameter));
        Assert.True(parameter.is_leaf);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_generator_of_its_own_decides_the_draw()
    {
        using var first = new Generator(5);
        using var second = new Generator(5);
        TensorAssert.Close(init.uniform_(empty(4), generator: first), init.uniform_(empty(4), generator: second), 0);
    }
}
