namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>Functions of one number, against System.Math and the series in <see cref="Special"/>.</summary>
internal static class Pointwise
{
    private const double Alpha = 1.6732632423543772;
    private const double Scale = 1.0507009873554805;

    public static CaseList Cases()
    {
        var list = new CaseList("Pointwise");
        void Add(string names, Func<double, double> f, double low = -2.4, double high = 2.4) =>
            list.Add(names, d => d.Shapes.Select(shape => d.Real(shape, low, high)).Select(x => new Sample([x], x.Map(f))));
        Add("abs absolute", Math.Abs);
        Add("acos arccos", Math.Acos, -0.9, 0.9);
        Add("acosh arccosh", Math.Acosh, 1.2, 3);
        Add("asin arcsin", Math.Asin, -0.9, 0.9);
        Add("asinh arcsinh", Math.Asinh);
        Add("atan arctan", Math.Atan);
        Add("atanh arctanh", Math.Atanh, -0.85, 0.85);
        Add("ceil", Math.Ceiling);
        Add("cos", Math.Cos);
        Add("cosh", Math.Cosh);
        Add("deg2rad", x => x * Math.PI / 180, -400, 400);
        Add("rad2deg", x => x * 180 / Math.PI);
        Add("digamma special_digamma special_psi", Special.Digamma, 0.6, 5);
        Add("erf special_erf", Special.Erf);
        Add("erfc special_erfc", Special.Erfc);
        Add("special_erfcx", x => Math.Exp(x * x) * Special.Erfc(x), -1.5, 1.5);
        Add("erfinv special_erfinv", y => Special.Inverse(Special.Erf, y, -4, 4), -0.8, 0.8);
        Add("special_ndtr", x => 0.5 * Special.Erfc(-x / Math.Sqrt(2)));
        Add("special_ndtri", y => Special.Inverse(x => 0.5 * Special.Erfc(-x / Math.Sqrt(2)), y, -5, 5), 0.1, 0.9);
        Add("special_entr", x => -x * Math.Log(x), 0.1, 2.4);
        Add("exp", Math.Exp);
        Add("exp2 special_exp2", x => Math.Pow(2, x));
        Add("expm1 special_expm1", x => Math.Exp(x) - 1);
        Add("floor", Math.Floor);
        Add("fix trunc", Math.Truncate);
        Add("frac", x => x - Math.Truncate(x));
        Add("i0 special_i0", x => Special.Bessel(0, x));
        Add("special_i0e", x => Special.Bessel(0, x) * Math.Exp(-Math.Abs(x)));
        Add("special_i1", x => Special.Bessel(1, x));
        Add("special_i1e", x => Special.Bessel(1, x) * Math.Exp(-Math.Abs(x)));
        Add("lgamma special_gammaln", Special.LogGamma, 0.4, 6);
        Add("log", Math.Log, 0.3, 5);
        Add("log10", Math.Log10, 0.3, 5);
        Add("log1p", x => Math.Log(1 + x), -0.6, 5);
        Add("log2", Math.Log2, 0.3, 5);
        Add("logit special_logit", x => Math.Log(x / (1 - x)), 0.1, 0.9);
        Add("neg negative", x => -x);
        Add("positive clone contiguous alias conj conj_physical resolve_conj resolve_neg to_dense real", x => x);
        Add("reciprocal", x => 1 / x, 0.4, 3);
        Add("rsqrt", x => 1 / Math.Sqrt(x), 0.4, 3);
        Add("sqrt", Math.Sqrt, 0.4, 3);
        Add("square", x => x * x);
        Add("sigmoid special_expit", x => 1 / (1 + Math.Exp(-x)));
        Add("log_sigmoid", x => -Math.Log(1 + Math.Exp(-x)));
        Add("sign sgn", x => Math.Sign(x));
        Add("sin", Math.Sin);
        Add("sinc special_sinc", Special.Sinc);
        Add("sinh", Math.Sinh);
        Add("tan", Math.Tan, -1.2, 1.2);
        Add("tanh", Math.Tanh);
        Add("angle", x => x < 0 ? Math.PI : 0);
        Add("gelu", x => 0.5 * x * (1 + Special.Erf(x / Math.Sqrt(2))));
        Add("hardsigmoid", x => Math.Clamp(x / 6 + 0.5, 0, 1), -5, 5);
        Add("hardswish", x => x * Math.Clamp(x / 6 + 0.5, 0, 1), -5, 5);
        Add("relu", x => Math.Max(x, 0));
        Add("relu6", x => Math.Clamp(x, 0, 6), -8, 8);
        Add("selu", x => Scale * (x > 0 ? x : Alpha * (Math.Exp(x) - 1)));
        Add("silu", x => x / (1 + Math.Exp(-x)));
        WithNumbers(list);
        Tests(list);
        return list;
    }

    private static void WithNumbers(CaseList list)
    {
        void Add(string names, Func<double, double> f, object?[] numbers, double low = -2.4, double high = 2.4, bool gradient = true) =>
            list.Add(names, d => d.Shapes.Select(shape => d.Real(shape, low, high)).Select(x => new Sample([x, .. numbers], x.Map(f)) { Gradient = gradient }));
        void Both(string names, params (Func<double, double> F, object?[] Numbers)[] forms) =>
            list.Add(names, d => forms.SelectMany(form => d.Shapes.Select(shape => d.Real(shape)).Select(x => new Sample([x, .. form.Numbers], x.Map(form.F)))));
        Both("celu", (x => x > 0 ? x : Math.Exp(x) - 1, []), (x => x > 0 ? x : 0.7 * (Math.Exp(x / 0.7) - 1), [0.7]));
        Both("clamp clip", (x => Math.Clamp(x, -1, 1.5), [-1.0, 1.5]), (x => Math.Max(x, -1), [-1.0]), (x => Math.Min(x, 0.5), [null, 0.5]));
        Add("rrelu", x => x >= 0 ? x : 0.3 * x, [0.3, 0.3]);
        Both("softplus", (x => Math.Log(1 + Math.Exp(x)), []), (x => Math.Log(1 + Math.Exp(2 * x)) / 2, [2.0, 20.0]));
        Add("clamp_max", x => Math.Min(x, 0.5), [0.5]);
        Add("clamp_min", x => Math.Max(x, 0.5), [0.5]);
        Add("elu", x => x > 0 ? 1.5 * x : 1.5 * 0.7 * (Math.Exp(0.8 * x) - 1), [0.7, 1.5, 0.8]);
        Add("hardtanh", x => Math.Clamp(x, -1, 1.5), [-1.0, 1.5]);
        Add("leaky_relu", x => x > 0 ? x : 0.1 * x, [0.1]);
        Add("threshold", x => x > 0.5 ? x : -3, [0.5, -3.0]);
        Add("mvlgamma special_multigammaln", x => Special.MultiLogGamma(x, 3), [3L], 1.6, 5);
        Add("polygamma", x => Special.Polygamma(2, x), [2L], 0.6, 4);
        // libtorch sums the trigamma function to nine digits only.
        list.Add("special_polygamma", d => d.Shapes.Select(shape => d.Real(shape, 0.6, 4)).Select(x => new Sample([1L, x], x.Map(y => Special.Polygamma(1, y))) { Tolerance = 1e-9, Gradient = false }));
        list.Add("round.decimals", d => d.Shapes.Select(shape => d.Real(shape)).SelectMany(x => new Sample[]
        {
            new([x], x.Map(y => Math.Round(y))),
            new([x, 2L], x.Map(y => Math.Round(y * 100) / 100)) { Gradient = false },
        }));
        list.Add("nan_to_num", _ => [new([Nd.Of(1, double.NaN, double.PositiveInfinity, double.NegativeInfinity).Fixed(), 7.0, 8.0, 9.0], Nd.Of(1, 7, 8, 9)) { Gradient = false }]);
        list.Add("add.Scalar", d => Numbers(d, (x, s, alpha) => x + alpha * s, alpha: true));
        list.Add("sub.Scalar subtract.Scalar", d => Numbers(d, (x, s, _) => x - s));
        list.Add("mul.Scalar multiply.Scalar", d => Numbers(d, (x, s, _) => x * s));
        list.Add("true_divide.Scalar divide_.Scalar", d => Numbers(d, (x, s, _) => x / s));
        list.Add("fmod.Scalar", d => Numbers(d, (x, s, _) => x % s));
        list.Add("remainder.Scalar", d => Numbers(d, (x, s, _) => x - s * Math.Floor(x / s)));
        list.Add("floor_divide.Scalar", d => Numbers(d, (x, s, _) => Math.Floor(x / s), gradient: false));
        list.Add("pow.Tensor_Scalar", d => d.Shapes.Select(shape => d.Real(shape, 0.4, 2.4)).Select(x => new Sample([x, 1.7], x.Map(y => Math.Pow(y, 1.7)))));
        list.Add("xlogy.Scalar_Other", d => d.Shapes.Select(shape => d.Real(shape)).Select(x => new Sample([x, 1.7], x.Map(y => y * Math.Log(1.7)))));
        list.Add("rsub.Scalar", d => d.Shapes.Select(shape => d.Real(shape)).Select(x => new Sample([x], x.Map(y => 1.7 - y)) { Call = a => 1.7 - (Tensor)a[0]! }));
        list.Add("div.Scalar", d => d.Shapes.Select(shape => d.Real(shape)).Select(x => new Sample([x], x.Map(y => y / 1.7)) { Call = a => (Tensor)a[0]! / 1.7 }));
        list.Add("div.Scalar_mode divide.Scalar_mode", d => d.Shapes.Select(shape => d.Real(shape, 0.1, 2.4)).SelectMany(x => new Sample[]
        {
            new([x, -2.0], x.Map(y => y / -2)),
            new([x, -2.0, RoundingMode.trunc], x.Map(y => Math.Truncate(y / -2))),
            new([x, -2.0, RoundingMode.floor], x.Map(y => Math.Floor(y / -2))),
        }));
    }

    private static IEnumerable<Sample> Numbers(Draw d, Func<double, double, double, double> f, bool alpha = false, bool gradient = true)
    {
        foreach (var shape in d.Shapes)
        {
            var x = d.Real(shape);
            yield return new([x, -1.5], x.Map(y => f(y, -1.5, 1))) { Gradient = gradient };
            if (alpha) yield return new([x, -1.5, 3.0], x.Map(y => f(y, -1.5, 3))) { Gradient = gradient };
        }
    }

    private static void Tests(CaseList list)
    {
        void Add(string names, Predicate<double> f) => list.Add(names, d => d.Shapes
            .Select(shape => Nd.From(shape, _ => (double[])[1.5, -2, 0, double.NaN, double.PositiveInfinity, double.NegativeInfinity] is var odd ? odd[d.Int(0, 6)] : 0))
            .Select(x => new Sample([x], x.Map(y => f(y) ? 1 : 0).As(ScalarType.Bool)) { Gradient = false }));
        Add("isfinite", double.IsFinite);
        Add("isinf", double.IsInfinity);
        Add("isnan", double.IsNaN);
        Add("isneginf", double.IsNegativeInfinity);
        Add("isposinf", double.IsPositiveInfinity);
        Add("isreal", _ => true);
        Add("signbit", double.IsNegative);
        Add("logical_not", x => x == 0);
        list.Add("frexp.Tensor", d => d.Shapes.Select(shape => d.Real(shape)).Select(x => new Sample(
            [x],
            [x.Map(y => y / Math.Pow(2, Exponent(y))), x.Map(y => Exponent(y)).As(ScalarType.Int32)]) { Smooth = [0] }));
        list.Add("detach", d => d.Shapes.Select(shape => d.Real(shape)).Select(x => new Sample([x], x) { Gradient = false }));
        list.Add("detach_", d => d.Shapes.Select(shape => d.Real(shape)).Select(x => new Sample([x], x) { Gradient = false, Dense = true }));
    }

    /// <summary>e of x = m·2^e with ½ ≤ |m| &lt; 1.</summary>
    private static double Exponent(double x) => Math.Floor(Math.Log2(Math.Abs(x))) + 1;
}
