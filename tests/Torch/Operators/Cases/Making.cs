using System.Numerics;
using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>Tensors out of nothing, conversions, and questions about a tensor.</summary>
internal static class Making
{
    private const ScalarType Double = ScalarType.Float64;

    public static CaseList Cases()
    {
        var list = new CaseList("Making");
        Ranges(list);
        Filled(list);
        Conversions(list);
        Questions(list);
        list.Add("istft", d => [.. new (int Length, int Window, int Hop)[] { (16, 8, 2), (12, 4, 1) }.Select(form => Inverse(d, form.Length, form.Window, form.Hop))]);
        return list;
    }

    private static void Ranges(CaseList list)
    {
        list.Add("arange", _ => [Made([4.0, Double], Steps(4, 0, 1)), Made([0L], Nd.Integers()), Made([3L], Nd.Integers(0, 1, 2))]);
        list.Add("arange.start", _ => [Made([1.5, 5.0, Double], Steps(4, 1.5, 1)), Made([2L, 5L], Nd.Integers(2, 3, 4))]);
        list.Add("arange.start_step", _ => [Made([1.0, 2.0, 0.25, Double], Steps(4, 1, 0.25)), Made([5L, 0L, -2L], Nd.Integers(5, 3, 1))]);
        list.Add("linspace", _ => [Made([-1.0, 2.0, 7L, Double], Steps(7, -1, 0.5)), Made([3.0, 9.0, 1L, Double], Nd.Of(3)), Made([3.0, 9.0, 0L, Double], Nd.Of())]);
        list.Add("logspace", _ => [Made([-1.0, 2.0, 4L, 10.0, Double], Nd.Of(0.1, 1, 10, 100)), Made([0.0, 3.0, 4L, 2.0, Double], Nd.Of(1, 2, 4, 8))]);
        list.Add("eye.m", _ => [Made([3L, 2L, Double], Matrices.Identity(3, 2)), Made([2L, -1L, Double], Matrices.Identity(2, 2)), Made([0L, 0L, Double], Matrices.Identity(0, 0))]);
    }

    private static void Filled(CaseList list)
    {
        void Add(string name, double? value, object?[] filling) => list.Add(name, _ => new long[][] { [3], [2, 3], [2, 1, 2], [1, 2, 1, 2], [2, 0], [0] }.SelectMany(shape =>
        {
            var expected = Nd.From(shape, _ => value ?? 0);
            IEnumerable<object?[]> forms = [[shape, .. filling, Double]];
            if (shape.Length <= 4) forms = forms.Append([.. shape.Select(s => (object?)s), .. filling, Double]);
            return forms.Select(arguments => Made(arguments, expected) with { Check = value is null ? r => [(expected, r[0].Map(_ => 0))] : null });
        }));
        Add("zeros", 0, []);
        Add("ones", 1, []);
        Add("full", 2.5, [2.5]);
        Add("empty.memory_format", null, []);
        void Like(string name, double? value, object?[] filling) => list.Add(name, d => d.Shapes.Select(s => d.Real(s)).SelectMany(x =>
        {
            var (same, integers) = (x.Map(_ => value ?? 0), x.Map(_ => Math.Truncate(value ?? 0)).As(ScalarType.Int64));
            return new[] { (Arguments: (object?[])[x, .. filling], Expected: same), ([x, .. filling, ScalarType.Int64], integers) }
                .Select(t => Made(t.Arguments, t.Expected) with { Check = value is null ? r => [(t.Expected, r[0].Map(_ => 0))] : null });
        }));
        list.Items.AddRange(Beside().Items);
        Like("zeros_like", 0, []);
        Like("ones_like", 1, []);
        Like("full_like", 2.5, [2.5]);
        Like("empty_like", null, []);
        list.Add("empty_strided", _ => [Made([new long[] { 2, 3 }, new long[] { 1, 2 }, Double], Nd.From([2, 3], _ => 0)) with { Check = r => [(Nd.From([2, 3], _ => 0), r[0].Map(_ => 0))] }]);
    }

    /// <summary>Tensors of the type and device of another one, or into another one.</summary>
    private static CaseList Beside()
    {
        var list = new CaseList("Making");
        void Add(string name, double? value, object?[] filling)
        {
            IEnumerable<Sample> Forms(Draw d, bool into) => new long[][] { [3], [2, 3], [2, 1, 2], [1, 2, 1, 2], [0] }.SelectMany(shape =>
            {
                var expected = Nd.From(shape, _ => value ?? 0);
                object?[] listed = [d.Real([2]), shape, .. filling], single = [d.Real([2]), .. shape.Select(s => (object?)s), .. filling];
                IEnumerable<object?[]> forms = into ? [listed] : name == "ones" ? [single] : [listed, single];
                return forms.Select(arguments => Made(arguments, expected) with { Check = value is null ? r => [(expected, r[0].Map(_ => 0))] : null, Call = into ? Methods.Named(typeof(Tensor), name) : null });
            });
            list.Add($"new_{name}", d => Forms(d, into: false));
            list.Add(name == "full" ? "full.out" : $"{name}.out", d => Forms(d, into: true));
        }

        Add("zeros", 0, []);
        Add("ones", 1, []);
        Add("full", 2.5, [2.5]);
        Add("empty", null, []);
        list.Add("eye.m_out", d => [Made([d.Real([2]), 3L, 2L], Matrices.Identity(3, 2)) with { Call = Methods.Named(typeof(Tensor), "eye") }]);
        list.Add("arange.start_out", d => [Made([d.Real([2]), 1.0, 2.0, 0.25], Steps(4, 1, 0.25)) with { Call = Methods.Named(typeof(Tensor), "arange_out") }]);
        foreach (var (name, keep) in new (string, Func<long, long, bool>)[] { ("tril_indices", (i, j) => j <= i + 1), ("triu_indices", (i, j) => j >= i + 1) })
        {
            var places = Nd.Indices([3, 4]).Where(i => keep(i[0], i[1])).ToArray();
            list.Add(name, _ => [Made([3L, 4L, 1L], Nd.From([2, places.Length], i => places[i[1]][i[0]]).As(ScalarType.Int64))]);
        }

        void Window(string name, Func<double, double> f, params object?[] more) => list.Add(name, _ => [.. new[] { (Length: 6, Periodic: true), (Length: 5, Periodic: false) }.Select(form =>
            Made([(long)form.Length, form.Periodic, .. more, Double], Nd.From([form.Length], i => f((double)i[0] / (form.Length - (form.Periodic ? 0 : 1))))))]);
        Window("bartlett_window.periodic", t => 1 - Math.Abs(2 * t - 1));
        Window("blackman_window.periodic", t => 0.42 - 0.5 * Math.Cos(2 * Math.PI * t) + 0.08 * Math.Cos(4 * Math.PI * t));
        Window("hann_window.periodic", t => 0.5 - 0.5 * Math.Cos(2 * Math.PI * t));
        Window("hamming_window.periodic_alpha_beta", t => 0.5 - 0.25 * Math.Cos(2 * Math.PI * t), 0.5f, 0.25f);
        Window("kaiser_window.beta", t => Special.Bessel(0, 8 * Math.Sqrt(1 - (2 * t - 1) * (2 * t - 1))) / Special.Bessel(0, 8), 8f);
        list.Add("promote_types", _ => [Made([ScalarType.Int32, ScalarType.Float16], Nd.Number((int)ScalarType.Float16, ScalarType.Int64)) with { Call = Methods.Named(typeof(torch), "promote_types") }]);
        list.Add("result_type.Tensor", _ => [Made([Nd.Integers(1), Nd.Of(1)], Nd.Number((int)ScalarType.Float64, ScalarType.Int64)) with { Call = Methods.Named(typeof(torch), "result_type") }]);
        return list;
    }

    private static void Conversions(CaseList list)
    {
        list.Add("to.other", d => d.Shapes.Select(s => d.Real(s)).Select(x => new Sample([x, Nd.Integers(1)], x.Map(Math.Truncate).As(ScalarType.Int64)) { Gradient = false }));
        list.Add("type_as", d => d.Shapes.Select(s => d.Real(s)).SelectMany(x => new Sample[]
        {
            new([x, Nd.Integers(1)], x.Map(Math.Truncate).As(ScalarType.Int64)) { Gradient = false },
            new([x, Nd.Of(1).Fixed()], x),
        }));
        list.Add("to.dtype", d => d.Shapes.Select(s => d.Real(s)).SelectMany(x => new Sample[]
        {
            new([x], x.Map(Math.Truncate).As(ScalarType.Int32)) { Gradient = false, Call = a => ((Tensor)a[0]!).to(ScalarType.Int32) },
            new([x], x) { Call = a => ((Tensor)a[0]!).to(ScalarType.Float64, copy: true) },
        }));
        list.Add("to.device", d => d.Shapes.Select(s => d.Real(s)).SelectMany(x => new Sample[]
        {
            new([x], x.Map(Math.Truncate).As(ScalarType.Int32)) { Gradient = false, Call = a => ((Tensor)a[0]!).to(ScalarType.Int32, TestDevice.Current) },
            new([x], x) { Call = a => ((Tensor)a[0]!).to(ScalarType.Float64, TestDevice.Current, copy: true) },
        }));
    }

    private static void Questions(CaseList list)
    {
        var (whole, real, complex) = (Nd.Integers(1), Nd.Of(1), Nd.OfComplex([1], [Complex.One]));
        list.Add("is_complex", _ => [Asked(false, whole), Asked(false, real), Asked(true, complex)]);
        list.Add("is_floating_point", _ => [Asked(false, whole), Asked(true, real), Asked(false, complex)]);
        list.Add("is_conj", _ => [Asked(false, complex), Asked(true, complex) with { Call = a => ((Tensor)a[0]!).conj().is_conj() }]);
        list.Add("is_neg", _ => [Asked(false, real), Asked(true, complex) with { Call = a => imag(((Tensor)a[0]!).conj()).is_neg() }]);
        list.Add("is_pinned", _ => [Asked(false, real)]);
        list.Add("can_cast", _ => [Asked(true, ScalarType.Int32, Double), Asked(false, Double, ScalarType.Int32), Asked(false, ScalarType.ComplexFloat64, Double), Asked(true, ScalarType.Bool, ScalarType.Byte)]);
    }

    /// <summary>The spectrogram X[f, t] = Σₙ w[n] x[t·hop + n − length/2] e^(−2πifn/N) of a signal, reflected at its ends, gives the signal back.</summary>
    private static Sample Inverse(Draw d, int length, int window, int hop)
    {
        var (x, w) = (d.Real([length]), Nd.From([window], i => Math.Pow(Math.Sin(Math.PI * (i[0] + 0.5) / window), 2)).Fixed());
        double At(long i) => x[i < 0 ? -i : i >= length ? 2 * (length - 1) - i : i];
        var spectrum = Nd.From([window / 2 + 1, length / hop + 1], i =>
        {
            var sum = Complex.Zero;
            for (var n = 0; n < window; n++) sum += w[n] * At(i[1] * hop + n - window / 2) * Complex.FromPolarCoordinates(1, -2 * Math.PI * i[0] * n / window);
            return sum;
        });
        return new([spectrum, (long)window, (long)hop, (long)window, w], x);
    }

    private static Nd Steps(int count, double start, double step) => Nd.From([count], i => start + step * i[0]);

    private static Sample Made(object?[] arguments, Nd expected) => new(arguments, expected) { Gradient = false };

    private static Sample Asked(bool answer, params object?[] arguments) => new(arguments, Nd.Number(answer ? 1 : 0, ScalarType.Bool)) { Gradient = false };
}
