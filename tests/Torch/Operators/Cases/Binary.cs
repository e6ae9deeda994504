namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>Functions of two and three tensors that broadcast against each other.</summary>
internal static class Binary
{
    public static CaseList Cases()
    {
        var list = new CaseList("Binary");
        Arithmetic(list);
        Comparisons(list);
        Integers(list);
        Ternary(list);
        return list;
    }

    private static void Arithmetic(CaseList list)
    {
        void Add(
            string names, Func<double, double, double> f, (double, double)? a = null, (double, double)? b = null, Func<double, double, bool>? fits = null,
            bool gradient = true, bool first = true, object?[]? more = null) =>
            list.Add(names, d => d.Pairs.Select(shapes =>
            {
                var (x, y) = d.Pair(shapes, a ?? (-2.4, 2.4), b ?? (-2.4, 2.4), fits ?? ((_, _) => true));
                return new Sample([first ? x : x.Fixed(), y, .. more ?? []], Nd.Zip(x, y, f)) { Gradient = gradient };
            }));
        static bool Apart(double x, double y) => Math.Abs(x - y) > 0.02;
        static bool Between(double x, double y) => Math.Abs(y) > 0.3 && Math.Abs(x / y - Math.Round(x / y)) > 0.02;
        list.Add("add.Tensor", d => d.Pairs.Select(p => (X: d.Real(p.A), Y: d.Real(p.B))).SelectMany(t => new Sample[]
        {
            new([t.X, t.Y], Nd.Zip(t.X, t.Y, (x, y) => x + y)),
            new([t.X, t.Y, 2.5], Nd.Zip(t.X, t.Y, (x, y) => x + 2.5 * y)),
        }));
        Add("sub.Tensor subtract.Tensor", (x, y) => x - y);
        Add("mul.Tensor multiply.Tensor", (x, y) => x * y);
        Add("true_divide.Tensor", (x, y) => x / y, b: (0.4, 3));
        list.Add("div.Tensor", d => d.Pairs.Select(p => (X: d.Real(p.A), Y: d.Real(p.B, 0.4, 3)))
            .Select(t => new Sample([t.X, t.Y], Nd.Zip(t.X, t.Y, (x, y) => x / y)) { Call = a => (Tensor)a[0]! / (Tensor)a[1]! }));
        list.Add("div.Tensor_mode divide.Tensor_mode", d => d.Pairs.Select(p => d.Pair(p, (-2.4, 2.4), (0.4, 2), Between)).SelectMany(t => new Sample[]
        {
            new([t.A, t.B], Nd.Zip(t.A, t.B, (x, y) => x / y)),
            new([t.A, t.B, RoundingMode.floor], Nd.Zip(t.A, t.B, (x, y) => Math.Floor(x / y))),
            new([t.A, t.B, RoundingMode.trunc], Nd.Zip(t.A, t.B, (x, y) => Math.Truncate(x / y))),
        }));
        Add("atan2 arctan2", Math.Atan2, b: (0.4, 2));
        Add("copysign.Tensor", Math.CopySign, b: (0.1, 2));
        Add("float_power.Tensor_Tensor pow.Tensor_Tensor", Math.Pow, a: (0.4, 2.4));
        Add("floor_divide", (x, y) => Math.Floor(x / y), b: (0.4, 2), fits: Between, gradient: false);
        Add("fmax maximum max.other", Math.Max, fits: Apart);
        Add("fmin minimum min.other", Math.Min, fits: Apart);
        Add("fmod.Tensor", (x, y) => x % y, b: (0.4, 2), fits: Between);
        Add("remainder.Tensor", (x, y) => x - y * Math.Floor(x / y), b: (0.4, 2), fits: Between);
        Add("hypot", (x, y) => Math.Sqrt(x * x + y * y));
        Add("igamma special_gammainc", Special.LowerGamma, (0.5, 3), (0.3, 4), first: false);
        Add("igammac special_gammaincc", (a, x) => 1 - Special.LowerGamma(a, x), (0.5, 3), (0.3, 4), first: false);
        Add("heaviside", (x, y) => x < 0 ? 0 : x > 0 ? 1 : y, gradient: false);
        Add("logaddexp", (x, y) => Math.Log(Math.Exp(x) + Math.Exp(y)));
        Add("logaddexp2", (x, y) => Math.Log2(Math.Pow(2, x) + Math.Pow(2, y)));
        Add("ldexp.Tensor", (x, y) => x * Math.Pow(2, y));
        Add("nextafter", (x, y) => y > x ? Math.BitIncrement(x) : Math.BitDecrement(x), fits: Apart, gradient: false);
        Add("xlogy.Tensor", (x, y) => x * Math.Log(y), b: (0.4, 3));
        Add("special_xlog1py", (x, y) => x * Math.Log(1 + y), b: (0.4, 3));
        Add("special_zeta", Special.Zeta, (1.4, 4), (0.6, 3), first: false);
        list.Add("prelu", d => [.. new long[][] { [3], [2, 3], [2, 1, 4], [0, 2] }.Select(shape =>
        {
            var x = d.Real(shape);
            var w = d.Real([shape.Length > 1 ? shape[1] : 1], 0.1, 0.9);
            return new Sample([x, w], Nd.From(shape, i => x[i] > 0 ? x[i] : x[i] * w[shape.Length > 1 ? i[1] : 0]));
        })]);
        list.Add("complex", d => d.Shapes.Select(s => (Re: d.Real(s), Im: d.Real(s)))
            .Select(t => new Sample([t.Re, t.Im], new Nd(t.Re.Shape, t.Re.Data, ScalarType.ComplexFloat64, t.Im.Data))));
        list.Add("polar", d => d.Shapes.Select(s => (R: d.Real(s, 0.3, 2), A: d.Real(s)))
            .Select(t => new Sample([t.R, t.A], Nd.From(t.R.Shape, i => System.Numerics.Complex.FromPolarCoordinates(t.R[i], t.A[i])))));
        list.Add("copy_", d => d.Pairs.Where(p => Nd.Broadcast(p.A, p.B).SequenceEqual(p.A)).Select(p => (X: d.Real(p.A).Fixed(), Y: d.Real(p.B)))
            .Select(t => new Sample([t.X, t.Y], Nd.From(t.X.Shape, t.Y.At))));
    }

    private static void Comparisons(CaseList list)
    {
        void Add(string names, Func<double, double, bool> f)
        {
            list.Add(names, d => d.Pairs.SelectMany(p => new (Nd X, Nd Y)[] { (d.Int(p.A, 0, 3), d.Int(p.B, 0, 3)), (d.Int(p.A, 0, 3).As(ScalarType.Float64), d.Int(p.B, 0, 3).As(ScalarType.Float64)) })
                .Select(t => new Sample([t.X, t.Y], Nd.Zip(t.X, t.Y, (x, y) => f(x, y) ? 1 : 0).As(ScalarType.Bool)) { Gradient = false }));
        }

        void Number(string names, Func<double, double, bool> f) => list.Add(names, d => d.Shapes.Select(s => d.Int(s, 0, 3))
            .SelectMany(x => new[] { x, x.As(ScalarType.Float64) }).Select(x => new Sample([x, 1L], x.Map(y => f(y, 1) ? 1 : 0).As(ScalarType.Bool)) { Gradient = false }));
        Add("eq.Tensor", (x, y) => x == y);
        Add("ne.Tensor not_equal.Tensor", (x, y) => x != y);
        Add("lt.Tensor less.Tensor", (x, y) => x < y);
        Add("le.Tensor less_equal.Tensor", (x, y) => x <= y);
        Add("gt.Tensor greater.Tensor", (x, y) => x > y);
        Add("ge.Tensor greater_equal.Tensor", (x, y) => x >= y);
        Number("eq.Scalar", (x, y) => x == y);
        Number("ne.Scalar", (x, y) => x != y);
        Number("lt.Scalar", (x, y) => x < y);
        Number("le.Scalar", (x, y) => x <= y);
        Number("gt.Scalar", (x, y) => x > y);
        Number("ge.Scalar", (x, y) => x >= y);
        Add("logical_and", (x, y) => x != 0 && y != 0);
        Add("logical_or", (x, y) => x != 0 || y != 0);
        Add("logical_xor", (x, y) => x != 0 != (y != 0));
        list.Add("isclose", d =>
        [
            new([Nd.Of(1, 1, 100, double.NaN), Nd.Of(1 + 1e-6, 1.1, 100.5, double.NaN)], Truths(1, 0, 0, 0)) { Gradient = false },
            new([Nd.Of(1, 1, 100, double.NaN), Nd.Of(1 + 1e-6, 1.1, 100.5, double.NaN), 1e-2, 1e-3, true], Truths(1, 0, 1, 1)) { Gradient = false },
        ]);
        list.Add("allclose", d =>
        [
            new([Nd.Of(1, 100), Nd.Of(1 + 1e-6, 100)], Truth(true)) { Gradient = false },
            new([Nd.Of(1, 100), Nd.Of(1 + 1e-4, 100)], Truth(false)) { Gradient = false },
            new([Nd.Of(1, 100), Nd.Of(1 + 1e-4, 100), 1e-3, 0.0], Truth(true)) { Gradient = false },
            new([Nd.Of(double.NaN), Nd.Of(double.NaN), 1e-5, 1e-8, true], Truth(true)) { Gradient = false },
        ]);
        list.Add("equal", d => new (Nd X, Nd Y)[] { (Nd.Of(1, 2), Nd.Of(1, 2)), (Nd.Of(1, 2), Nd.Of(1, 3)), (Nd.Of(1, 2), Nd.Of(1)) }
            .Select(t => new Sample([t.X, t.Y], Truth(t.X.Data.SequenceEqual(t.Y.Data))) { Gradient = false, Call = a => a[0]!.Equals(a[1]) }));
        list.Add("isin.Tensor_Tensor", d => d.Shapes.Select(s => d.Int(s, 0, 6)).SelectMany(x => new Sample[]
        {
            new([x, Nd.Integers(1, 4)], x.Map(y => y is 1 or 4 ? 1 : 0).As(ScalarType.Bool)) { Gradient = false },
            new([x, Nd.Integers(1, 4), false, true], x.Map(y => y is 1 or 4 ? 0 : 1).As(ScalarType.Bool)) { Gradient = false },
        }));
    }

    private static void Integers(CaseList list)
    {
        void Add(string names, Func<long, long, long> f, int high = 40, bool bools = false) =>
            list.Add(names, d => d.Pairs.SelectMany(p => bools && d.Int(0, 2) == 0 ? new[] { (d.Bool(p.A), d.Bool(p.B)) } : [(d.Int(p.A, 0, 40), d.Int(p.B, 0, high))])
                .Select(t => new Sample([t.Item1, t.Item2], Nd.Zip(t.Item1, t.Item2, (x, y) => f((long)x, (long)y)).As(t.Item1.Type)) { Gradient = false }));
        Add("bitwise_and.Tensor", (x, y) => x & y, bools: true);
        Add("bitwise_or.Tensor", (x, y) => x | y, bools: true);
        Add("bitwise_xor.Tensor", (x, y) => x ^ y, bools: true);
        Add("bitwise_left_shift.Tensor", (x, y) => x << (int)y, 10);
        Add("bitwise_right_shift.Tensor", (x, y) => x >> (int)y, 10);
        Add("gcd", Gcd);
        Add("lcm", (x, y) => x == 0 || y == 0 ? 0 : x / Gcd(x, y) * y);
        list.Add("bitwise_not", d => d.Shapes.SelectMany(s => new[] { d.Int(s, -9, 9), d.Bool(s) })
            .Select(x => new Sample([x], x.Map(y => x.Type == ScalarType.Bool ? 1 - y : ~(long)y)) { Gradient = false }));
    }

    private static void Ternary(CaseList list)
    {
        (long[], long[], long[])[] shapes = [([], [], []), ([3], [3], [3]), ([2, 3], [3], [2, 1]), ([0], [1], [0]), ([1], [1], [1])];
        IEnumerable<(Nd A, Nd B, Nd C)> Draws(Draw d, double low = -2.4) => shapes.Select(s => (d.Real(s.Item1), d.Real(s.Item2), d.Real(s.Item3, low)));
        list.Add("addcmul", d => Draws(d).Select(t => new Sample([t.A, t.B, t.C, 0.7], Nd.Zip(t.A, t.B, t.C, (a, b, c) => a + 0.7 * b * c))));
        list.Add("addcdiv", d => Draws(d, 0.4).SelectMany(t => new Sample[]
        {
            new([t.A, t.B, t.C], Nd.Zip(t.A, t.B, t.C, (a, b, c) => a + b / c)),
            new([t.A, t.B, t.C, 0.7], Nd.Zip(t.A, t.B, t.C, (a, b, c) => a + 0.7 * b / c)),
        }));
        list.Add("lerp.Tensor", d => Draws(d).Select(t => new Sample([t.A, t.B, t.C], Nd.Zip(t.A, t.B, t.C, (a, b, c) => a + c * (b - a)))));
        list.Add("clamp.Tensor", d => shapes.Select(s => (A: d.Real(s.Item1), B: d.Real(s.Item2, -2, -0.6), C: d.Real(s.Item3, 0.6, 2)))
            .Select(t => (t.A, B: t.B.Map(b => Math.Round(b * 2) / 2), C: t.C.Map(c => Math.Round(c * 2) / 2))).SelectMany(t => new Sample[]
            {
                new([t.A, t.B, t.C], Nd.Zip(t.A, t.B, t.C, Math.Clamp)),
                new([t.A, t.B], Nd.Zip(t.A, t.B, Math.Max)),
                new([t.A, null, t.C], Nd.Zip(t.A, t.C, Math.Min)),
            }));
        list.Add("where.self", d => shapes.Select(s => (C: d.Bool(s.Item1), X: d.Real(s.Item2), Y: d.Real(s.Item3)))
            .SelectMany(t => new Sample[]
            {
                new([t.C, t.X, t.Y], Nd.Zip(t.C, t.X, t.Y, (c, x, y) => c != 0 ? x : y)) { Call = a => where((Tensor)a[0]!, (Tensor)a[1]!, (Tensor)a[2]!) },
                new([t.C, t.X, t.Y], Nd.Zip(t.C, t.X, t.Y, (c, x, y) => c != 0 ? x : y)) { Call = a => ((Tensor)a[1]!).where((Tensor)a[0]!, (Tensor)a[2]!) },
            }));
    }

    private static long Gcd(long x, long y) => y == 0 ? Math.Abs(x) : Gcd(y, x % y);

    private static Nd Truth(bool value) => Nd.Number(value ? 1 : 0, ScalarType.Bool);

    private static Nd Truths(params double[] values) => new([values.Length], values, ScalarType.Bool);
}
