namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>Bessel functions by series and integrals, orthogonal polynomials by their recurrences; into a new tensor and into a given one.</summary>
internal static class SpecialFunctions
{
    private const double Gamma = 0.57721566490153286;

    public static CaseList Cases()
    {
        var list = new CaseList("SpecialFunctions");
        void Add(string name, Func<double, double> f, double low = 0.3, double high = 2.4) => Both(list, name, d => d.Shapes
            .Select(shape => d.Real(shape, low, high)).Select(x => (new[] { x }, x.Map(f))));
        // Left of -2.09 libtorch 1.13 has six digits only.
        Add("airy_ai", Airy, -2);
        Add("bessel_j0", x => BesselJ(0, x), -2.4);
        Add("bessel_j1", x => BesselJ(1, x), -2.4);
        Add("bessel_y0", BesselY0);
        Add("bessel_y1", BesselY1);
        Add("modified_bessel_i0", x => Special.Bessel(0, x), -2.4);
        Add("modified_bessel_i1", x => Special.Bessel(1, x), -2.4);
        Add("modified_bessel_k0", x => BesselK(0, x, 0));
        Add("modified_bessel_k1", x => BesselK(1, x, 0));
        Add("scaled_modified_bessel_k0", x => BesselK(0, x, x));
        Add("scaled_modified_bessel_k1", x => BesselK(1, x, x));
        Add("spherical_bessel_j0", x => Math.Sin(x) / x);
        Polynomial(list, "chebyshev_polynomial_t", (x, _) => x, Chebyshev);
        Polynomial(list, "chebyshev_polynomial_u", (x, _) => 2 * x, Chebyshev);
        Polynomial(list, "chebyshev_polynomial_v", (x, _) => 2 * x - 1, Chebyshev);
        Polynomial(list, "chebyshev_polynomial_w", (x, _) => 2 * x + 1, Chebyshev);
        Polynomial(list, "shifted_chebyshev_polynomial_t", (x, _) => 2 * x - 1, (x, n, p, q) => Chebyshev(2 * x - 1, n, p, q));
        Polynomial(list, "shifted_chebyshev_polynomial_u", (x, _) => 2 * (2 * x - 1), (x, n, p, q) => Chebyshev(2 * x - 1, n, p, q));
        Polynomial(list, "shifted_chebyshev_polynomial_v", (x, _) => 2 * (2 * x - 1) - 1, (x, n, p, q) => Chebyshev(2 * x - 1, n, p, q));
        Polynomial(list, "shifted_chebyshev_polynomial_w", (x, _) => 2 * (2 * x - 1) + 1, (x, n, p, q) => Chebyshev(2 * x - 1, n, p, q));
        Polynomial(list, "hermite_polynomial_h", (x, _) => 2 * x, (x, n, p, q) => 2 * x * p - 2 * n * q);
        Polynomial(list, "hermite_polynomial_he", (x, _) => x, (x, n, p, q) => x * p - n * q);
        Polynomial(list, "laguerre_polynomial_l", (x, _) => 1 - x, (x, n, p, q) => ((2 * n + 1 - x) * p - n * q) / (n + 1));
        Polynomial(list, "legendre_polynomial_p", (x, _) => x, (x, n, p, q) => ((2 * n + 1) * x * p - n * q) / (n + 1));
        return list;
    }

    /// <summary>The same calls for the operator and for the one that writes into a tensor it is given. None of these has a derivative in libtorch.</summary>
    private static void Both(CaseList list, string name, Func<Draw, IEnumerable<(Nd[] Inputs, Nd Result)>> samples)
    {
        var call = Methods.Named(typeof(special), name);
        list.Add($"special_{name}", d => samples(d).Select(t => new Sample([.. t.Inputs], t.Result) { Gradient = false, Call = call }));
        list.Add($"special_{name}.out", d => samples(d).Select(t => new Sample([.. t.Inputs, t.Result.Map(_ => 0)], t.Result)
        {
            Gradient = false,
            Call = arguments =>
            {
                var result = call(arguments);
                Assert.Same(arguments[^1], result);
                return result;
            },
        }));
    }

    /// <summary>p₀ = 1, p₁ = first(x), pₙ₊₁ = next(x, n, pₙ, pₙ₋₁).</summary>
    private static void Polynomial(CaseList list, string name, Func<double, double, double> first, Func<double, double, double, double, double> next) =>
        Both(list, name, d => d.Pairs.Select(shapes => (X: d.Real(shapes.A, 0.1, 0.9), N: d.Int(shapes.B, 0, 6).As(ScalarType.Float64))).Select(t => (new[] { t.X, t.N }, Nd.Zip(t.X, t.N, (x, n) =>
        {
            var (before, now) = (1.0, first(x, 0));
            if (n == 0) return before;
            for (var k = 1; k < n; k++) (before, now) = (now, next(x, k, now, before));
            return now;
        }))));

    private static double Chebyshev(double x, double n, double p, double q) => 2 * x * p - q;

    /// <summary>Ai(x) = c₁f(x) − c₂g(x) (DLMF 9.4.1).</summary>
    private static double Airy(double x)
    {
        var (f, g, a, b) = (0.0, 0.0, 1.0, x);
        for (var k = 0; k < 30; k++)
        {
            (f, g) = (f + a, g + b);
            a *= x * x * x / ((3 * k + 2) * (3 * k + 3));
            b *= x * x * x / ((3 * k + 3) * (3 * k + 4));
        }

        return 0.355028053887817239 * f - 0.258819403792806798 * g;
    }

    /// <summary>Jₙ(x) = 1/π ∫₀^π cos(nτ − x sin τ) dτ; the rule of trapezoids is exact to rounding for a periodic function.</summary>
    private static double BesselJ(int n, double x) => Enumerable.Range(0, 64).Average(k => Math.Cos(n * Math.PI * k / 32 - x * Math.Sin(Math.PI * k / 32)));

    /// <summary>Y₀ = 2/π ((ln(x/2) + γ) J₀ + Σ (−1)^(k+1) H_k (x²/4)^k / (k!)²) (DLMF 10.8.2).</summary>
    private static double BesselY0(double x)
    {
        var (sum, term, harmonic) = (0.0, 1.0, 0.0);
        for (var k = 1; k < 40; k++)
        {
            harmonic += 1.0 / k;
            term *= -x * x / 4 / (k * k);
            sum -= harmonic * term;
        }

        return 2 / Math.PI * ((Math.Log(x / 2) + Gamma) * BesselJ(0, x) + sum);
    }

    /// <summary>Y₁ = −2/(πx) + 2/π ln(x/2) J₁ − 1/π Σ (−1)^k (ψ(k+1) + ψ(k+2)) (x/2)^(2k+1) / (k!(k+1)!) (DLMF 10.8.1).</summary>
    private static double BesselY1(double x)
    {
        var (sum, term) = (0.0, x / 2);
        for (var k = 0; k < 40; k++)
        {
            sum += (Special.Digamma(k + 1) + Special.Digamma(k + 2)) * term;
            term *= -x * x / 4 / ((k + 1) * (k + 2));
        }

        return -2 / (Math.PI * x) + 2 / Math.PI * Math.Log(x / 2) * BesselJ(1, x) - sum / Math.PI;
    }

    /// <summary>e^s Kₙ(x) = ∫₀^∞ e^(s − x cosh t) cosh nt dt (DLMF 10.32.9), by trapezoids.</summary>
    private static double BesselK(int n, double x, double s)
    {
        const double Step = 1.0 / 16;
        var sum = Math.Exp(s - x) / 2;
        for (var t = Step; t < 8; t += Step) sum += Math.Exp(s - x * Math.Cosh(t)) * Math.Cosh(n * t);
        return sum * Step;
    }
}
