using Xunit.Sdk;

namespace Lectern.Torch.Tests.Support;

internal static class TensorAssert
{
    /// <summary>
    /// Every element of <paramref name="actual"/> is within <c>atol + rtol · |expected|</c> of its counterpart, and a NaN only stands where one is expected.
    /// Returns the worst difference.
    /// </summary>
    public static double Close(Tensor expected, Tensor actual, double rtol, double atol = 0)
    {
        Assert.Equal(expected.shape, actual.shape);
        using var scope = NewDisposeScope();
        return Close(
            expected.to(ScalarType.Float64, CPU).data<double>().ToArray(),
            actual.to(ScalarType.Float64, CPU).data<double>().ToArray(),
            rtol,
            atol);
    }

    public static double Close(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double rtol, double atol = 0)
    {
        Assert.Equal(expected.Count, actual.Count);
        var worst = 0.0;
        for (var i = 0; i < expected.Count; i++)
        {
            var (e, a) = (expected[i], actual[i]);
            if (e.Equals(a)) continue;
            var difference = Math.Abs(a - e);
            if (!(difference <= atol + rtol * Math.Abs(e)))
                throw new XunitException($"Element {i} is {a:R}, not {e:R} (difference {difference:E2}, allowed {atol + rtol * Math.Abs(e):E2}).");
            worst = Math.Max(worst, difference);
        }

        return worst;
    }
}
