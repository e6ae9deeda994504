namespace Lectern.Torch.Tests.Operators;

/// <summary>Special functions from their series, for the small arguments that the tests use.</summary>
internal static class Special
{
    private static readonly double[] s_bernoulli = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510];

    /// <summary>erf x = 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (2n+1)!! (DLMF 7.6.2).</summary>
    public static double Erf(double x)
    {
        var (term, sum) = (x, x);
        for (var n = 1; n < 200; n++) sum += term *= 2 * x * x / (2 * n + 1);
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    public static double Erfc(double x) => 1 - Erf(x);

    /// <summary>The x where an increasing function has the value y.</summary>
    public static double Inverse(Func<double, double> increasing, double y, double low, double high)
    {
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            if (increasing(middle) < y) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>ln Γ by Stirling's series at x + 20 (DLMF 5.11.1), with Γ(x+1) = xΓ(x) back to x.</summary>
    public static double LogGamma(double x)
    {
        var shift = 0.0;
        for (; x < 20; x++) shift += Math.Log(Math.Abs(x));
        var series = 0.0;
        for (var k = 1; k <= s_bernoulli.Length; k++) series += s_bernoulli[k - 1] / (2 * k * (2 * k - 1)) / Math.Pow(x, 2 * k - 1);
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + series - shift;
    }

    /// <summary>ψ by its asymptotic series at x + 20 (DLMF 5.11.2), with ψ(x+1) = ψ(x) + 1/x back to x.</summary>
    public static double Digamma(double x)
    {
        var shift = 0.0;
        for (; x < 20; x++) shift += 1 / x;
        var series = 0.0;
        for (var k = 1; k <= s_bernoulli.Length; k++) series += s_bernoulli[k - 1] / (2 * k) / Math.Pow(x, 2 * k);
        return Math.Log(x) - 1 / (2 * x) - series - shift;
    }

    /// <summary>ζ(s, a) = Σ (n+a)^(−s) by Euler and Maclaurin after twenty terms (DLMF 25.11.28).</summary>
    public static double Zeta(double s, double a)
    {
        var sum = 0.0;
        for (var n = 0; n < 20; n++) sum += Math.Pow(n + a, -s);
        var x = a + 20;
        sum += Math.Pow(x, 1 - s) / (s - 1) + Math.Pow(x, -s) / 2;
        var term = s * Math.Pow(x, -s - 1);
        var factorial = 2.0;
        for (var k = 1; k <= s_bernoulli.Length; k++)
        {
            sum += s_bernoulli[k - 1] / factorial * term;
            term *= (s + 2 * k - 1) * (s + 2 * k) / (x * x);
            factorial *= (2 * k + 1) * (2 * k + 2);
        }

        return sum;
    }

    /// <summary>ψ⁽ⁿ⁾(x) = (−1)^(n+1) n! ζ(n+1, x).</summary>
    public static double Polygamma(int n, double x) =>
        n == 0 ? Digamma(x) : Math.Pow(-1, n + 1) * Enumerable.Range(1, n).Aggregate(1.0, (a, b) => a * b) * Zeta(n + 1, x);

    /// <summary>ln Γ_p(x) = p(p−1)/4 · ln π + Σ_{j≤p} ln Γ(x + (1−j)/2).</summary>
    public static double MultiLogGamma(double x, int p) =>
        p * (p - 1) / 4.0 * Math.Log(Math.PI) + Enumerable.Range(1, p).Sum(j => LogGamma(x + (1 - j) / 2.0));

    /// <summary>I_n(x) = Σ (x/2)^(2k+n) / (k! (k+n)!) for n of 0 and 1.</summary>
    public static double Bessel(int n, double x)
    {
        var term = n == 0 ? 1 : x / 2;
        var sum = term;
        for (var k = 1; k < 100; k++) sum += term *= x * x / 4 / (k * (k + n));
        return sum;
    }

    /// <summary>P(a, x) = x^a e^(−x) Σ xⁿ / Γ(a+n+1).</summary>
    public static double LowerGamma(double a, double x)
    {
        var term = Math.Exp(a * Math.Log(x) - x - LogGamma(a + 1));
        var sum = term;
        for (var n = 1; n < 300; n++) sum += term *= x / (a + n);
        return sum;
    }

    public static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
