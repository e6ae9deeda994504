namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>Lines become lines: running sums, softmax, sorting, searching.</summary>
internal static class Scans
{
    private static readonly (long[] Shape, long Dim)[] s_forms = [([4], 0), ([1], -1), ([0], 0), ([2, 3], 1), ([2, 3], -2), ([2, 0, 3], 1), ([2, 3, 2], 1)];

    public static CaseList Cases()
    {
        var list = new CaseList("Scans");
        void Add(string names, Func<double[], double[]> f, object?[]? more = null) =>
            list.Add(names, d => s_forms.Select(form => (X: d.Real(form.Shape), form.Dim)).SelectMany(t => new Sample[]
            {
                new([t.X, t.Dim], t.X.Along(t.Dim, f)),
                new([t.X, t.Dim, .. more ?? []], t.X.Along(t.Dim, f)),
            }));
        Add("cumsum", x => Running(x, (a, b) => a + b), [ScalarType.Float64]);
        Add("cumprod", x => Running(x, (a, b) => a * b), [ScalarType.Float64]);
        Add("logcumsumexp", x => Running(x, (a, b) => Math.Log(Math.Exp(a) + Math.Exp(b))));
        Add("softmax.int special_softmax", Softmax, [ScalarType.Float64]);
        Add("log_softmax.int special_log_softmax", x => [.. Softmax(x).Select(p => Math.Log(p))], [ScalarType.Float64]);
        list.Add("cummax", d => Pairs(d, (a, b) => b >= a));
        list.Add("cummin", d => Pairs(d, (a, b) => b <= a));
        Integrals(list);
        Sorting(list);
        Distinct(list);
        Searching(list);
        return list;
    }

    private static void Integrals(CaseList list)
    {
        list.Add("trapz.dx", d => s_forms.Select(f => (Y: d.Real(f.Shape), f.Dim)).Select(t =>
            new Sample([t.Y, 0.5, t.Dim], t.Y.Along(t.Dim, y => [Steps(y.Length, (i, j) => 0.5 * (y[i] + y[j]) / 2).Sum()]).Squeeze(t.Dim)) { Gradient = !t.Y.Shape.Contains(0) }));
        list.Add("trapezoid.dx", d => s_forms.Where(f => !f.Shape.Contains(0)).Select(f => (Y: d.Real(f.Shape), f.Dim)).Select(t =>
            new Sample([t.Y, 0.5, t.Dim], t.Y.Along(t.Dim, y => [Steps(y.Length, (i, j) => 0.5 * (y[i] + y[j]) / 2).Sum()]).Squeeze(t.Dim))));
        list.Add("cumulative_trapezoid.dx", d => s_forms.Where(f => f.Shape.All(s => s > 1)).Select(f => (Y: d.Real(f.Shape), f.Dim)).Select(t =>
            new Sample([t.Y, 0.5, t.Dim], t.Y.Along(t.Dim, y => Running([.. Steps(y.Length, (i, j) => 0.5 * (y[i] + y[j]) / 2)], (a, b) => a + b)))));
        list.Add("trapezoid.x trapz.x", d => s_forms.Where(f => f.Shape.All(s => s > 0)).Select(f => (Y: d.Real(f.Shape), f.Dim)).Select(t =>
        {
            var x = d.Real([t.Y.Shape[t.Dim < 0 ? (int)t.Dim + t.Y.Rank : (int)t.Dim]]);
            return new Sample([t.Y, x, t.Dim], t.Y.Along(t.Dim, y => [Steps(y.Length, (i, j) => (x[j] - x[i]) * (y[i] + y[j]) / 2).Sum()]).Squeeze(t.Dim)) { Gradient = x.Shape[0] > 1 };
        }));
        list.Add("cumulative_trapezoid.x", d => s_forms.Where(f => f.Shape.All(s => s > 1)).Select(f => (Y: d.Real(f.Shape), f.Dim)).Select(t =>
        {
            var x = d.Real([t.Y.Shape[t.Dim < 0 ? (int)t.Dim + t.Y.Rank : (int)t.Dim]]);
            return new Sample([t.Y, x, t.Dim], t.Y.Along(t.Dim, y => Running([.. Steps(y.Length, (i, j) => (x[j] - x[i]) * (y[i] + y[j]) / 2)], (a, b) => a + b)));
        }));
        list.Add("diff", d => s_forms.Select(f => (X: d.Real(f.Shape), f.Dim)).SelectMany(t => new Sample[]
        {
            new([t.X, 1L, t.Dim], t.X.Along(t.Dim, Differences)),
            new([t.X, 2L, t.Dim], t.X.Along(t.Dim, x => Differences(Differences(x)))),
            new([t.X, 1L, t.Dim, t.X], t.X.Along(t.Dim, x => Differences([.. x, .. x]))),
            new([t.X, 1L, t.Dim, null, t.X], t.X.Along(t.Dim, x => Differences([.. x, .. x]))),
        }));
    }

    private static void Sorting(CaseList list)
    {
        list.Add("sort.stable", d => Forms(d).SelectMany(t => new Sample[]
        {
            new([t.X, t.Dim], [t.X.Along(t.Dim, x => [.. x.Order()]), t.X.Along(t.Dim, Order, ScalarType.Int64)]),
            new([t.X, t.Dim, true, true], [t.X.Along(t.Dim, x => [.. x.OrderDescending()]), t.X.Along(t.Dim, x => Order([.. x.Select(v => -v)]), ScalarType.Int64)]),
        }));
        list.Add("argsort", d => Forms(d).Select(t => new Sample([t.X, t.Dim], t.X.Along(t.Dim, Order, ScalarType.Int64)) { Gradient = false }));
        list.Add("msort", d => Forms(d).Where(t => t.Dim == 0).Select(t => new Sample([t.X], t.X.Along(0, x => [.. x.Order()]))));
        list.Add("topk", d => Forms(d).Where(t => t.X.Data.Length > 0).SelectMany(t => new Sample[]
        {
            new([t.X, 1L, t.Dim], [t.X.Along(t.Dim, x => [x.Max()]), t.X.Along(t.Dim, x => [Array.IndexOf(x, x.Max())], ScalarType.Int64)]),
            new([t.X, 1L, t.Dim, false, true], [t.X.Along(t.Dim, x => [x.Min()]), t.X.Along(t.Dim, x => [Array.IndexOf(x, x.Min())], ScalarType.Int64)]),
        }).Append(Top(d.Distinct(3, 5), 3)));
        list.Add("unique_consecutive", d => [.. new[] { Nd.Of(1, 1, 2, 2, 2, 1), Nd.Of(3), Nd.Of() }.Select(x =>
        {
            List<(double Value, int Count)> runs = [];
            List<double> inverse = [];
            foreach (var v in x.Data)
            {
                if (runs.Count > 0 && runs[^1].Value == v) runs[^1] = (v, runs[^1].Count + 1);
                else runs.Add((v, 1));
                inverse.Add(runs.Count - 1);
            }

            return new Sample([x, true, true], [Nd.Of([.. runs.Select(r => r.Value)]), Nd.Integers([.. inverse]), Nd.Integers([.. runs.Select(r => (double)r.Count)])]) { Gradient = false, Call = Methods.Named(typeof(torch), "unique_consecutive") };
        })]);
    }

    private static void Distinct(CaseList list)
    {
        Sample Unique(Nd x) => x.Data.Distinct().Order().ToArray() is var values ? new(
            [x, true, true, true],
            [Nd.Of(values), x.Map(v => Array.IndexOf(values, v)).As(ScalarType.Int64), Nd.Integers([.. values.Select(v => (double)x.Data.Count(y => y == v))])])
        {
            Gradient = false, Call = Methods.Named(typeof(torch), "unique"),
        } : null!;
        list.Add("_unique2", d => [Unique(d.Int([6], 0, 3).As(ScalarType.Float64)), Unique(d.Int([2, 3], 0, 3).As(ScalarType.Float64)), Unique(Nd.Of())]);
        list.Add("unique_dim", _ => [new([new Nd([3, 2], [3, 1, 0, 5, 3, 1]), true, true, true, 0L], [new Nd([2, 2], [0, 5, 3, 1]), Nd.Integers(1, 0, 1), Nd.Integers(1, 2)]) { Gradient = false, Call = Methods.Named(typeof(torch), "unique") }]);
    }

    private static void Searching(CaseList list)
    {
        double[] edges = [-1, 0, 0, 1.5];
        var boundaries = Nd.Of(edges);
        double Place(double v, bool right) => edges.Count(e => right ? e <= v : e < v);
        list.Add("bucketize.Tensor", d => d.Shapes.Select(s => d.Int(s, -2, 3).As(ScalarType.Float64)).SelectMany(x => new Sample[]
        {
            new([x, boundaries], x.Map(v => Place(v, false)).As(ScalarType.Int64)) { Gradient = false },
            new([x, boundaries, true, true], x.Map(v => Place(v, true)).As(ScalarType.Int32)) { Gradient = false },
        }));
        list.Add("searchsorted.Tensor", d => d.Shapes.Select(s => d.Int(s, -2, 3).As(ScalarType.Float64)).SelectMany(x => new Sample[]
        {
            new([boundaries, x], x.Map(v => Place(v, false)).As(ScalarType.Int64)) { Gradient = false },
            new([boundaries, x, true, true], x.Map(v => Place(v, true)).As(ScalarType.Int32)) { Gradient = false },
        }));
        list.Add("searchsorted.Scalar", _ => [new([Nd.Of(1.5, -1, 0, 0), 0.0, false, true, Nd.Integers(1, 2, 3, 0)], Nd.Number(3, ScalarType.Int64)) { Gradient = false }]);
    }

    private static Sample Top(Nd x, int k) => new(
        [x, (long)k, -1L],
        [x.Along(-1, v => [.. v.OrderDescending().Take(k)]), x.Along(-1, v => [.. Order([.. v.Select(y => -y)]).Take(k)], ScalarType.Int64)]);

    private static IEnumerable<(Nd X, long Dim)> Forms(Draw d) => s_forms.Select(f => (d.Distinct(f.Shape), f.Dim));

    private static IEnumerable<Sample> Pairs(Draw d, Func<double, double, bool> better) =>
        Forms(d).Select(t => new Sample([t.X, t.Dim], [t.X.Along(t.Dim, x => Running(x, (a, b) => better(a, b) ? b : a)), t.X.Along(t.Dim, x =>
        {
            double[] places = [.. Enumerable.Range(0, x.Length).Select(i => (double)i)];
            return Running(places, (a, b) => better(x[(int)a], x[(int)b]) ? b : a);
        }, ScalarType.Int64)]));

    private static double[] Order(double[] x) => [.. Enumerable.Range(0, x.Length).OrderBy(i => x[i]).Select(i => (double)i)];

    private static double[] Differences(double[] x) => [.. Steps(x.Length, (i, j) => x[j] - x[i])];

    private static IEnumerable<double> Steps(int count, Func<int, int, double> f) => Enumerable.Range(0, Math.Max(0, count - 1)).Select(i => f(i, i + 1));

    private static double[] Softmax(double[] x)
    {
        var sum = x.Sum(Math.Exp);
        return [.. x.Select(v => Math.Exp(v) / sum)];
    }

    private static double[] Running(double[] x, Func<double, double, double> f)
    {
        double[] result = [.. x];
        for (var i = 1; i < x.Length; i++) result[i] = f(result[i - 1], x[i]);
        return result;
    }
}
