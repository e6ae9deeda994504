using Xunit.Sdk;

namespace Lectern.Implementations.Tests.Support;

internal static class Difference
{
    /// <summary>The largest |actual − expected| over all elements; NaN anywhere fails.</summary>
    public static double Worst(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        using var scope = NewDisposeScope();
        return Worst(Numbers(expected), Numbers(actual));
    }

    /// <summary>The largest |actual − expected|, divided by the largest |expected|.</summary>
    public static double WorstRelative(Tensor expected, Tensor actual)
    {
        using var scope = NewDisposeScope();
        return Worst(expected, actual) / Numbers(expected).Max(Math.Abs);
    }

    public static double Worst(double[,] expected, Tensor actual)
    {
        Assert.Equal([expected.GetLength(0), expected.GetLength(1)], actual.shape);
        using var scope = NewDisposeScope();
        return Worst([.. expected.Cast<double>()], Numbers(actual));
    }

    public static double[] Numbers(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64, CPU).contiguous().data<double>().ToArray();
    }

    private static double Worst(double[] expected, double[] actual)
    {
        var worst = 0.0;
        for (var i = 0; i < expected.Length; i++)
        {
            var difference = Math.Abs(actual[i] - expected[i]);
            if (double.IsNaN(difference)) throw new XunitException($"Element {i} is {actual[i]}, and {expected[i]} was expected.");
            worst = Math.Max(worst, difference);
        }

        return worst;
    }
}
