using Lectern.Torch.Tests.Support;
using static TorchSharp.torch.nn;

namespace Lectern.Torch.Tests.Modules;

/// <summary>Each activation against its formula, and its gradient against the slope of the formula.</summary>
public sealed class ActivationTests : IDisposable
{
    // float64 on both sides; the slope of the formula is good to about 1e-9.
    private const double Exact = 1e-12;
    private const double Slope = 1e-7;

    private static readonly double[] s_points = [.. Enumerable.Range(0, 61).Select(i => -7.913 + 0.2617 * i)];

    private static readonly Dictionary<string, (Func<torch.nn.Module<Tensor, Tensor>> Module, Func<double, double> Formula)> s_cases = new()
    {
        ["Identity"] = (Identity, x => x),
        ["ReLU"] = (() => ReLU(), x => Math.Max(x, 0)),
        ["ReLU6"] = (() => ReLU6(), x => Math.Clamp(x, 0, 6)),
        ["SiLU"] = (() => SiLU(), x => x * Sigma(x)),
        ["Mish"] = (() => Mish(), x => x * Math.Tanh(Math.Log(1 + Math.Exp(x)))),
        ["ELU"] = (() => ELU(0.7), x => x > 0 ? x : 0.7 * (Math.Exp(x) - 1)),
        ["SELU"] = (() => SELU(), x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.Exp(x) - 1))),
        ["CELU"] = (() => CELU(0.7), x => Math.Max(0, x) + Math.Min(0, 0.7 * (Math.Exp(x / 0.7) - 1))),
        ["LeakyReLU"] = (() => LeakyReLU(), x => x > 0 ? x : 0.01 * x),
        ["LeakyReLU 0.3"] = (() => LeakyReLU(0.3), x => x > 0 ? x : 0.3 * x),
        ["Hardtanh"] = (() => Hardtanh(-1.5, 0.8), x => Math.Clamp(x, -1.5, 0.8)),
        ["Hardswish"] = (() => Hardswish(), x => x * Math.Clamp(x + 3, 0, 6) / 6),
        ["Hardsigmoid"] = (() => Hardsigmoid(), x => Math.Clamp(x + 3, 0, 6) / 6),
        ["Sigmoid"] = (Sigmoid, Sigma),
        ["LogSigmoid"] = (LogSigmoid, x => -Math.Log(1 + Math.Exp(-x))),
        ["Softplus"] = (() => Softplus(1.5, 9), x => 1.5 * x > 9 ? x : Math.Log(1 + Math.Exp(1.5 * x)) / 1.5),
        ["Softsign"] = (Softsign, x => x / (1 + Math.Abs(x))),
        ["Softshrink"] = (() => Softshrink(0.6), x => x > 0.6 ? x - 0.6 : x < -0.6 ? x + 0.6 : 0),
        ["Hardshrink"] = (() => Hardshrink(0.6), x => Math.Abs(x) > 0.6 ? x : 0),
        ["Tanhshrink"] = (Tanhshrink, x => x - Math.Tanh(x)),
        ["Threshold"] = (() => Threshold(0.4, -3), x => x > 0.4 ? x : -3),
        ["Tanh"] = (Tanh, Math.Tanh),
        ["PReLU"] = (() => PReLU(1), x => x > 0 ? x : 0.25 * x),
    };

    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string> Names => [.. s_cases.Keys];

    public static TheoryData<string> InPlaceNames =>
        ["ReLU", "ReLU6", "GELU", "SiLU", "Mish", "ELU", "SELU", "CELU", "LeakyReLU", "Hardtanh", "Hardswish", "Hardsigmoid", "Sigmoid", "Softsign", "Tanhshrink", "Threshold", "Tanh", "RReLU"];

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void An_activation_is_its_formula_and_its_gradient_the_slope(string name)
    {
        var (make, formula) = s_cases[name];
        using var module = make().to(ScalarType.Float64).to(TestDevice.Current);
        var x = Samples.Tensor(s_points, s_points.Length).requires_grad_();
        var y = module.call(x);
        TensorAssert.Close([.. s_points.Select(formula)], y.Items(), Exact, Exact);
        y.sum().backward();
        TensorAssert.Close([.. s_points.Select(p => (formula(p + 1e-6) - formula(p - 1e-6)) / 2e-6)], x.grad!.Items(), Slope, Slope);
    }

    [Fact]
    public void Gelu_weighs_by_the_normal_distribution()
    {
        // Φ(1) and Φ(−0.5) from tables of the normal distribution.
        using var gelu = GELU();
        var x = Samples.Tensor([1, -0.5, 0], 3);
        TensorAssert.Close([0.841344746068543, -0.5 * 0.308537538725987, 0], gelu.call(x).Items(), Exact, Exact);
        FiniteDifference.Check(() => gelu.call(x), x);
    }

    [Theory]
    [MemberData(nameof(InPlaceNames))]
    public void In_place_the_input_itself_becomes_the_result(string name)
    {
        using torch.nn.Module<Tensor, Tensor> module = name switch
        {
            "ReLU" => ReLU(true), "ReLU6" => ReLU6(true), "GELU" => GELU(true), "SiLU" => SiLU(true), "Mish" => Mish(true), "ELU" => ELU(inplace: true),
            "SELU" => SELU(true), "CELU" => CELU(inplace: true), "LeakyReLU" => LeakyReLU(inplace: true), "Hardtanh" => Hardtanh(inplace: true),
            "Hardswish" => Hardswish(true), "Hardsigmoid" => Hardsigmoid(true), "Sigmoid" => Sigmoid(true), "Softsign" => Softsign(true),
            "Tanhshrink" => Tanhshrink(true), "Threshold" => Threshold(0.4, -3, true), "Tanh" => Tanh(true), _ => RReLU(inplace: true),
        };
        module.eval();
        using torch.nn.Module<Tensor, Tensor> pure = name switch
        {
            "GELU" => GELU(), "ELU" => ELU(), "CELU" => CELU(), "Hardtanh" => Hardtanh(), "RReLU" => RReLU(), _ => s_cases[name].Module(),
        };
        pure.eval();
        var x = Samples.Tensor(s_points, s_points.Length);
        var expected = pure.call(x.clone());
        Assert.Same(x, module.call(x));
        TensorAssert.Close(expected, x, Exact);
    }

    [Fact]
    public void Rrelu_draws_slopes_while_training_and_takes_their_mean_otherwise()
    {
        using var module = RReLU(0.1, 0.5);
        var x = -ones(1000, dtype: ScalarType.Float64, device: TestDevice.Current);
        var slopes = module.call(x).neg().Items();
        Assert.All(slopes, slope => Assert.InRange(slope, 0.1, 0.5));
        Assert.InRange(slopes.Max() - slopes.Min(), 0.3, 0.4);
        module.eval();
        TensorAssert.Close([.. Enumerable.Repeat(0.3, 1000)], module.call(x).neg().Items(), Exact);
    }

    [Fact]
    public void Prelu_learns_a_slope_for_each_channel()
    {
        using var module = PReLU(3, dtype: ScalarType.Float64, device: TestDevice.Current);
        using (no_grad()) module.weight.copy_(Samples.Tensor([0.1, 0.2, 0.3], 3));
        var x = Samples.Tensor(1, 2, 3, 4);
        var expected = Samples.Of(24).Select((v, i) => v > 0 ? v : v * (0.1 + 0.1 * (i / 4 % 3))).ToArray();
        TensorAssert.Close(expected, module.call(x).Items(), Exact, Exact);
        FiniteDifference.Check(() => module.call(x), x, module.weight);
    }

    [Fact]
    public void Softmax_and_its_kin_normalize_along_a_dimension()
    {
        var x = Samples.Tensor(2, 2, 3);
        var rows = x.Items().Chunk(3).ToArray();
        var soft = rows.SelectMany(row => row.Select(v => Math.Exp(v) / row.Sum(Math.Exp))).ToArray();
        TensorAssert.Close(soft, Softmax(1).call(x).Items(), Exact);
        TensorAssert.Close([.. soft.Select(v => Math.Log(v))], LogSoftmax(1).call(x).Items(), Exact);
        TensorAssert.Close([.. rows.SelectMany(row => row.Select(v => Math.Exp(-v) / row.Sum(w => Math.Exp(-w))))], Softmin(1).call(x).Items(), Exact);
        FiniteDifference.Check(() => Softmin(1).call(x), x);
        FiniteDifference.Check(() => LogSoftmax(0).call(x), x);
    }

    [Fact]
    public void Softmax2d_sums_to_one_over_channels()
    {
        var x = Samples.Tensor(3, 2, 3, 2, 2);
        var y = Softmax2d().call(x);
        TensorAssert.Close(ones([2, 2, 2], ScalarType.Float64), y.sum([1]), Exact);
        var items = x.Items();
        TensorAssert.Close([Math.Exp(items[4]) / (Math.Exp(items[0]) + Math.Exp(items[4]) + Math.Exp(items[8]))], y[0, 1, 0, 0].Items(), Exact);
        Assert.Throws<ArgumentException>(() => Softmax2d().call(x[0, 0]));
    }

    [Fact]
    public void Glu_gates_one_half_by_the_other()
    {
        var x = Samples.Tensor(4, 2, 6);
        var rows = x.Items().Chunk(6);
        TensorAssert.Close([.. rows.SelectMany(row => row[..3].Zip(row[3..], (a, b) => a * Sigma(b)))], GLU().call(x).Items(), Exact);
        FiniteDifference.Check(() => GLU().call(x), x);
    }

    private static double Sigma(double x) => 1 / (1 + Math.Exp(-x));
}
