using Lectern.Evidence;
using Lectern.Implementations.LlmInt8;
using static TorchSharp.torch.nn;

namespace Lectern.Implementations.Tests.LlmInt8;

public sealed class LlmInt8Tests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public LlmInt8Tests() => _ = manual_seed(Experiment.Seed);

    public void Dispose() => _scope.Dispose();

    [Claim("Rounding errs by at most half a step, the largest magnitude divided by 254.", Paper = "§2.1: absmax quantization")]
    public void C1_RoundingErrsByAtMostHalfAStep()
    {
        var X = randn(40, 64, float64, Experiment.Device);
        var quantized = Equations.Absmax(X, dim: 1);
        Assert.Equal(127, quantized.Values.abs().max().item<sbyte>());
        var error = (quantized.Values.to(float64) / quantized.Constants - X).abs() / X.abs().amax([1], keepdim: true);
        Claim.Measured(254 * error.max().item<double>(), Bound.AtMost(1 + 1e-9), unit: "half steps");
    }

    [Claim("The product of the integers equals one of plain loops over integers, and so does the result.", Paper = "equations (5) and (6)")]
    public void C2_TheIntegerProductEqualsItsTwinInLoops()
    {
        var (X, W) = (randn(6, 30, float64, Experiment.Device), randn(30, 5, float64, Experiment.Device));
        var (x, w) = (Difference.Numbers(X), Difference.Numbers(W));
        var expected = new double[6, 5];
        for (var i = 0; i < 6; i++)
        {
            var c_x = 127 / Enumerable.Range(0, 30).Max(h => Math.Abs(x[i * 30 + h]));
            for (var o = 0; o < 5; o++)
            {
                var c_w = 127 / Enumerable.Range(0, 30).Max(h => Math.Abs(w[h * 5 + o]));
                var sum = 0;
                for (var h = 0; h < 30; h++) sum += (int)Math.Round(x[i * 30 + h] * c_x) * (int)Math.Round(w[h * 5 + o] * c_w);
                expected[i, o] = sum / (c_x * c_w);
            }
        }

        Claim.Measured(Difference.Worst(expected, Equations.VectorWise(X, W)), Bound.AtMost(1e-12));
    }

    [Claim("With a threshold of zero every column is an outlier, and the product is the exact one.", Paper = "equation (8): O holds every column")]
    public void C3_AThresholdOfZeroGivesTheExactProduct()
    {
        var (X, W) = (randn(9, 32, device: Experiment.Device), randn(32, 7, device: Experiment.Device));
        Claim.Measured(Difference.Worst(X.matmul(W), Equations.Decomposed(X, W, 0)), Bound.AtMost(1e-5));
    }

    [Claim("Without a threshold no column is, and the product is the vector-wise one bit for bit.", Paper = "equation (8): O is empty")]
    public void C4_AnInfiniteThresholdGivesTheVectorWiseProduct()
    {
        var (X, W) = (randn(9, 32, device: Experiment.Device), randn(32, 7, device: Experiment.Device));
        Assert.True(Difference.Worst(X.matmul(W), Equations.VectorWise(X, W)) > 1e-3, "eight bits must have an error");
        Claim.Measured(Difference.Worst(Equations.VectorWise(X, W), Equations.Decomposed(X, W, double.PositiveInfinity)), Bound.Exactly(0));
    }

    [Claim("One column twenty times larger than the largest of the rest: the decomposition cuts the error more than tenfold.", Paper = "§3.2 and Figure 1")]
    public void C5_TheDecompositionCutsTheErrorOfAnOutlierTenfold()
    {
        var (plain, decomposed) = Errors(20);
        Claim.Measured(plain / decomposed, Bound.AtLeast(10), unit: "times");
    }

    [Claim("Sixty-four times larger, the decomposed product errs as if it were not there; the plain one errs in proportion.", Paper = "Figure 1: 8-bit methods fail where outliers emerge")]
    public void C6_TheErrorOfTheDecomposedProductDoesNotGrow()
    {
        double[] sizes = [1, 2, 4, 8, 16, 32, 64];
        var errors = sizes.Select(Errors).ToArray();
        Claim.Figure(
            "fig-outlier",
            "Error of the product with one outlier column",
            "size of the outlier, as a multiple of the largest of the rest",
            "root mean square error",
            new FigureSeries("vector-wise", [.. sizes.Zip(errors, (size, error) => new FigurePoint(size, error.Plain))]),
            new FigureSeries("decomposed", [.. sizes.Zip(errors, (size, error) => new FigurePoint(size, error.Decomposed))]));
        Assert.True(errors[^1].Plain > 2 * errors[^3].Plain, "the plain product must suffer");
        Claim.Measured(errors[^1].Decomposed / errors[0].Plain, Bound.AtMost(1.2));
    }

    [Claim("Without outliers a layer in eight bits errs by less than one per cent of its output.", Paper = "Table 1: no degradation up to 2.7B parameters")]
    public void C7_WithoutOutliersTheErrorIsBelowOnePerCent()
    {
        var layer = Linear(256, 128).to(Experiment.Device);
        using var int8 = new Int8Linear(layer, LlmInt8Config.Paper);
        var x = randn(4, 16, 256, device: Experiment.Device);
        var (exact, given) = (layer.call(x), int8.call(x));
        Assert.True((given.std() / exact.std()).item<float>() is > 0.99f and < 1.01f, "a constant output must not pass");
        Claim.Measured(((given - exact).square().mean().sqrt() / exact.std()).item<float>(), Bound.AtMost(0.02));
    }

    [Claim("With planted outliers a layer keeps its output with the decomposition and loses it without.", Paper = "Table 1: from 6.7B parameters on")]
    public void C8_ALayerKeepsItsOutputWithOutliers()
    {
        var layer = Linear(256, 128).to(Experiment.Device);
        var x = randn(64, 256, device: Experiment.Device);
        // Six features, as in the models of the paper, sixty times larger than the rest.
        x[TensorIndex.Colon, TensorIndex.Slice(step: 43)] = x[TensorIndex.Colon, TensorIndex.Slice(step: 43)] * 60;
        var others = functional.linear(
            x.index_fill(1, arange(0, 256, 43, device: x.device), 0), layer.weight!);
        double Error(double threshold)
        {
            using var int8 = new Int8Linear(layer, new LlmInt8Config { Threshold = threshold });
            return ((int8.call(x) - layer.call(x)).square().mean().sqrt() / others.std()).item<float>();
        }

        Assert.True(Error(double.PositiveInfinity) > 0.2, "without the decomposition what the other features say is lost");
        Claim.Measured(Error(6), Bound.AtMost(0.05));
    }

    [Claim("The matrix takes half the memory of 16 bits.", Paper = "§3.2: about half, and 0.1 per cent for the outliers")]
    public void C9_TheMatrixTakesHalfTheMemory()
    {
        var layer = Linear(1024, 1024, hasBias: false);
        using var int8 = new Int8Linear(layer, LlmInt8Config.Paper);
        var bytes = int8.buffers().Sum(buffer => buffer.numel() * buffer.element_size());
        Claim.Measured(bytes / (2.0 * 1024 * 1024), Bound.Within(0.5, 0.005));
    }

    [Fact]
    public void AFeatureWhoseOutliersAreAllNegativeIsMultipliedExactly()
    {
        var (X, W) = (zeros(4, 8, float64, Experiment.Device), randn(8, 3, float64, Experiment.Device));
        X[TensorIndex.Colon, 5] = -6 - rand(4, float64, Experiment.Device);
        Assert.True(Difference.Worst(X.matmul(W), Equations.VectorWise(X, W)) > 1e-3, "eight bits must have an error");
        Assert.True(Difference.Worst(X.matmul(W), Equations.Decomposed(X, W)) < 1e-12);
    }

    [Fact]
    public void AFeatureThatOnlyReachesTheThresholdIsAnOutlierToo()
    {
        var (X, W) = (zeros(2, 3, float64, Experiment.Device), randn(3, 4, float64, Experiment.Device));
        (X[0, 1], X[1, 1]) = (tensor(6.0), tensor(-1.7));
        Assert.True(Difference.Worst(X.matmul(W), Equations.VectorWise(X, W)) > 1e-3, "eight bits must have an error");
        Assert.True(Difference.Worst(X.matmul(W), Equations.Decomposed(X, W, 6)) < 1e-12);
    }

    [Fact]
    public void ARowOfZerosHasAFiniteConstant()
    {
        var x = Equations.Absmax(zeros(1, 3, float64, Experiment.Device), dim: 1);
        Assert.True(x.Constants.isfinite().all().item<bool>());
        Assert.Equal([0, 0, 0], Difference.Numbers(x.Values.to(float64) / x.Constants));
    }

    [Fact]
    public void ALayerEqualsIntegersInLoopsForOrdinaryFeaturesAndDoublesForOutliers()
    {
        const int rows = 5, inputs = 12, outputs = 4, outlier = 7;
        var layer = Linear(inputs, outputs).to(float64).to(Experiment.Device);
        var X = randn(rows, inputs, float64, Experiment.Device);
        X[TensorIndex.Colon, outlier] = X[TensorIndex.Colon, outlier] + 20;
        // The outlier's column is not what sets a constant, so that the others are rounded once, not twice.
        using (no_grad()) layer.weight![TensorIndex.Colon, outlier] = layer.weight[TensorIndex.Colon, outlier] / 10;
        var (x, w, bias) = (Difference.Numbers(X), Difference.Numbers(layer.weight!), Difference.Numbers(layer.bias!));
        int[] ordinary = [.. Enumerable.Range(0, inputs).Where(h => h != outlier)];
        var expected = new double[rows, outputs];
        for (var i = 0; i < rows; i++)
        {
            var c_x = 127 / ordinary.Max(h => Math.Abs(x[i * inputs + h]));
            for (var o = 0; o < outputs; o++)
            {
                var c_w = 127 / ordinary.Max(h => Math.Abs(w[o * inputs + h]));
                var sum = ordinary.Sum(h => (int)Math.Round(x[i * inputs + h] * c_x) * (int)Math.Round(w[o * inputs + h] * c_w));
                expected[i, o] = sum / (c_x * c_w) + x[i * inputs + outlier] * Math.Round(w[o * inputs + outlier] * c_w) / c_w + bias[o];
            }
        }

        using var int8 = new Int8Linear(layer, LlmInt8Config.Paper);
        Assert.True(Difference.Worst(layer.call(X), int8.call(X)) > 1e-4, "eight bits must have an error");
        Assert.True(Difference.Worst(expected, int8.call(X)) < 1e-12);
    }

    /// <summary>The root mean square errors of both products with one column so many times larger than the rest.</summary>
    private static (double Plain, double Decomposed) Errors(double size)
    {
        _ = manual_seed(3);
        var (X, W) = (randn(64, 128, float64, Experiment.Device) * 0.5, randn(128, 32, float64, Experiment.Device));
        X[TensorIndex.Colon, 17] = X[TensorIndex.Colon, 17].sign() * X.abs().max() * size;
        var exact = X.matmul(W);
        double Rms(Tensor product) => (product - exact).square().mean().sqrt().item<double>();
        // The rest stays below the threshold of 6 (its largest is about 2); the planted column passes it from a size of about 3.
        return (Rms(Equations.VectorWise(X, W)), Rms(Equations.Decomposed(X, W)));
    }
}
