namespace Lectern.Torch.Tests.Operators;

/// <summary>
/// Automatic gradients against finite differences of fourth order, f′(x) ≈ (−f(x+2h) + 8f(x+h) − 8f(x−h) + f(x−2h)) / 12h, in float64.
/// With h = 1e-3 the truncation is of the order h⁴ = 1e-12 and the rounding of the order 1e-16/h = 1e-13.
/// </summary>
internal static class Gradcheck
{
    private const double Step = 1e-3;
    private const int Directions = 2;

    /// <summary>
    /// The worst of |automatic − numeric| / max(1, largest gradient of that input), over every element of every input that requires
    /// a gradient, for random directions v of d(v·outputs)/d(input). Null where no output depends on such an input differentiably.
    /// </summary>
    public static double? WorstError(Func<Tensor[], Tensor[]> function, Tensor[] inputs, int seed = 1)
    {
        using var scope = NewDisposeScope();
        Tensor[] leaves = [.. inputs.Where(input => input.requires_grad)];
        var outputs = function(inputs);
        var which = Enumerable.Range(0, outputs.Length).Where(i => outputs[i].requires_grad).ToArray();
        if (which.Length == 0 || leaves.Length == 0) return null;
        Tensor[] real = [.. which.Select(i => Real(outputs[i]))];
        var random = new Random(seed);
        Tensor[][] directions = [.. Enumerable.Range(0, Directions).Select(_ => real.Select(output => Direction(output, random)).ToArray())];
        double[][][] automatic = [.. directions.Select(direction => Automatic(real, direction, leaves))];

        using var off = no_grad();
        var worst = 0.0;
        for (var l = 0; l < leaves.Length; l++)
        {
            var numeric = Numeric(leaves[l], () => Projected(Chosen(function(inputs), which), directions));
            for (var v = 0; v < Directions; v++)
            {
                var scale = Math.Max(1, numeric.Select(row => Math.Abs(row[v])).DefaultIfEmpty(0).Max());
                for (var i = 0; i < numeric.Length; i++)
                {
                    var error = Math.Abs(automatic[v][l][i] - numeric[i][v]) / scale;
                    worst = double.IsNaN(error) ? double.NaN : Math.Max(worst, error);
                }
            }
        }

        return worst;
    }

    private static Tensor[] Chosen(Tensor[] outputs, int[] which) => [.. which.Select(i => Real(outputs[i]))];

    private static Tensor Real(Tensor output) => output.is_complex() ? output.resolve_conj().view_as_real() : output;

    private static Tensor Direction(Tensor output, Random random) =>
        tensor([.. Enumerable.Range(0, (int)output.numel()).Select(_ => random.NextDouble() * 2 - 1)], output.shape, ScalarType.Float64, output.device);

    private static double[][] Automatic(Tensor[] outputs, Tensor[] direction, Tensor[] leaves)
    {
        var gradients = autograd.grad(outputs, leaves, direction, retain_graph: true, allow_unused: true);
        return [.. leaves.Select((leaf, l) => gradients[l] is { } gradient ? Elements(leaf, gradient) : new double[leaf.numel()])];
    }

    private static double[] Elements(Tensor leaf, Tensor gradient)
    {
        Assert.Equal(leaf.shape, gradient.shape);
        return gradient.to(ScalarType.Float64, CPU).data<double>().ToArray();
    }

    /// <summary>For each element of the leaf, the derivative along each direction.</summary>
    private static double[][] Numeric(Tensor leaf, Func<double[]> values)
    {
        var strides = leaf.stride();
        return [.. Nd.Indices(leaf.shape).Select(index =>
        {
            using var scope = NewDisposeScope();
            var cell = leaf.as_strided([], [], leaf.storage_offset() + index.Zip(strides, (i, s) => i * s).Sum());
            using var before = cell.clone();
            double[] At(double step)
            {
                _ = cell.copy_(before).add_(step);
                return values();
            }

            var (farUp, up, down, farDown) = (At(2 * Step), At(Step), At(-Step), At(-2 * Step));
            _ = cell.copy_(before);
            return Enumerable.Range(0, Directions).Select(v => (8 * (up[v] - down[v]) - (farUp[v] - farDown[v])) / (12 * Step)).ToArray();
        })];
    }

    private static double[] Projected(Tensor[] outputs, Tensor[][] directions) =>
        [.. directions.Select(direction => outputs.Zip(direction, (output, v) => output.mul(v).sum().item<double>()).Sum())];
}
