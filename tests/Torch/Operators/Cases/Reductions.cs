namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>Many numbers become one, along one, some or all dimensions.</summary>
internal static class Reductions
{
    private static readonly long[][] s_filled = [[], [1], [4], [2, 3], [3, 1, 2]];

    public static CaseList Cases()
    {
        var list = new CaseList("Reductions");
        Whole(list);
        AlongDimensions(list);
        Extremes(list);
        Statistics(list);
        Norms(list);
        Spreads(list);
        return list;
    }

    private static void Whole(CaseList list)
    {
        void Add(string names, Func<double[], double> f, bool empty = false, ScalarType? type = null, bool gradient = true) =>
            list.Add(names, d => (empty ? d.Shapes : s_filled).Select(s => d.Distinct(s)).Select(x => new Sample([x], x.Reduce([], false, f, type)) { Gradient = gradient }));
        Add("sum nansum", x => x.Sum(), empty: true);
        Add("prod", x => x.Aggregate(1.0, (a, b) => a * b), empty: true);
        Add("mean", Mean, empty: true);
        Add("norm.Scalar", x => Math.Sqrt(x.Sum(y => y * y)));
        Add("max", x => x.Max());
        Add("min", x => x.Min());
        Add("median nanmedian", LowerMedian);
        Add("argmax", x => Array.IndexOf(x, x.Max()), type: ScalarType.Int64, gradient: false);
        Add("argmin", x => Array.IndexOf(x, x.Min()), type: ScalarType.Int64, gradient: false);
        list.Add("all", d => d.Shapes.Select(s => d.Bool(s)).Select(x => new Sample([x], x.Reduce([], false, y => y.All(v => v != 0) ? 1 : 0)) { Gradient = false }));
        list.Add("any", d => d.Shapes.Select(s => d.Bool(s)).Select(x => new Sample([x], x.Reduce([], false, y => y.Any(v => v != 0) ? 1 : 0)) { Gradient = false }));
        list.Add("is_nonzero", _ => [new([Nd.Of(0)], Truth(false)) { Gradient = false }, new([Nd.Of(-2)], Truth(true)) { Gradient = false }]);
        list.Add("trace", d => [.. new long[][] { [3, 3], [2, 4], [1, 1], [0, 0] }.Select(s => d.Real(s))
            .Select(x => new Sample([x], Nd.Number(Enumerable.Range(0, (int)Math.Min(x.Shape[0], x.Shape[1])).Sum(i => x[i, i]))))]);
        list.Add("std", d => Spread(d, x => Math.Sqrt(Variance(x, 1)), x => Math.Sqrt(Variance(x, 0))));
        list.Add("var", d => Spread(d, x => Variance(x, 1), x => Variance(x, 0)));
        list.Add("std_mean", d => Spread(d, x => Math.Sqrt(Variance(x, 1)), x => Math.Sqrt(Variance(x, 0)), mean: true));
        list.Add("var_mean", d => Spread(d, x => Variance(x, 1), x => Variance(x, 0), mean: true));
    }

    private static void AlongDimensions(CaseList list)
    {
        list.Add("sum.dim_IntList", d => Dimensions(d, x => x.Sum()));
        list.Add("mean.dim", d => Dimensions(d, Mean));
        list.Add("amax", d => Dimensions(d, x => x.Max(), empty: false, keep: false));
        list.Add("amin", d => Dimensions(d, x => x.Min(), empty: false, keep: false));
        list.Add("prod.dim_int", d => OneDimension(d, x => [x.Aggregate(1.0, (a, b) => a * b)], [null], true));
        list.Add("all.dim", d => OneDimension(d, x => [x.All(y => y != 0) ? 1 : 0], [ScalarType.Bool], true, bools: true, gradient: false));
        list.Add("any.dim", d => OneDimension(d, x => [x.Any(y => y != 0) ? 1 : 0], [ScalarType.Bool], true, bools: true, gradient: false));
        list.Add("count_nonzero.dim_IntList", d => new long[][] { [2, 3], [1], [2, 0, 2] }.Select(s => d.Int(s, 0, 2)).Select(x =>
            new Sample([x, new long[] { 0 }], x.Reduce([0], false, y => y.Count(v => v != 0))) { Gradient = false }));
        list.Add("max.dim", d => OneDimension(d, x => [x.Max(), Array.IndexOf(x, x.Max())], [null, ScalarType.Int64]));
        list.Add("min.dim", d => OneDimension(d, x => [x.Min(), Array.IndexOf(x, x.Min())], [null, ScalarType.Int64]));
        list.Add("mode", d => OneDimension(d, Mode, [null, ScalarType.Int64], repeats: true, gradient: false));
        list.Add("kthvalue", d => s_filled.Where(s => s.Length > 0).Select(s => d.Distinct(s)).SelectMany(x => new long[] { 0, -1 }.Select(dim =>
            new Sample([x, 1L, dim], [x.Along(dim, y => [y.Min()]).Squeeze(dim), x.Along(dim, y => [Array.IndexOf(y, y.Min())], ScalarType.Int64).Squeeze(dim)]))
            .Append(new Sample([x, x.Shape[^1], null, true], [x.Along(-1, y => [y.Max()]), x.Along(-1, y => [Array.IndexOf(y, y.Max())], ScalarType.Int64)]))));
    }

    private static void Extremes(CaseList list)
    {
        // libtorch 1.13 has no derivative of aminmax.
        list.Add("aminmax", d => s_filled.Select(s => d.Distinct(s)).SelectMany(x => new Sample[]
        {
            new([x], [x.Reduce([], false, y => y.Min()), x.Reduce([], false, y => y.Max())]) { Gradient = false },
            new([x, x.Rank == 0 ? null : -1L, true], x.Rank == 0
                ? [x, x]
                : [x.Along(-1, y => [y.Min()]), x.Along(-1, y => [y.Max()])]) { Gradient = false },
        }));
        list.Add("argmax", d => OneDimension(d, x => [Array.IndexOf(x, x.Max())], [ScalarType.Int64], gradient: false));
        list.Add("argmin", d => OneDimension(d, x => [Array.IndexOf(x, x.Min())], [ScalarType.Int64], gradient: false));
    }

    private static void Norms(CaseList list)
    {
        list.Add("logsumexp", d => OneDimension(d, x => [Math.Log(x.Sum(Math.Exp))], [null]));
        list.Add("norm.ScalarOpt_dim", d => new long[][] { [4], [2, 3] }.Select(s => d.Real(s)).SelectMany(x => new Sample[]
        {
            new([x, -1L], x.Along(-1, v => [Length(v, 2)]).Squeeze(-1)), new([x, 0L, true, 3f], x.Along(0, v => [Length(v, 3)])),
        }));
        list.Add("linalg_vector_norm", d => new long[][] { [4], [2, 3] }.Select(s => d.Real(s)).SelectMany(x => new Sample[]
        {
            new([x], x.Reduce([], false, v => Length(v, 2))), new([x, 3.0, new long[] { 0 }, true], x.Reduce([0], true, v => Length(v, 3))),
        }));
        list.Add("linalg_matrix_norm", d => [d.Distinct(2, 3) is var a ? new([a, 1.0], Nd.Number(a.Along(0, v => [v.Sum(Math.Abs)]).Data.Max())) : null!,
            new([a, double.PositiveInfinity], Nd.Number(a.Along(1, v => [v.Sum(Math.Abs)]).Data.Max()))]);
        list.Add("histc", d => [.. new long[][] { [20], [3, 4] }.Select(s => d.Real(s)).Select(x => new Sample([x, 4L, -2L, 2L], Nd.From([4], i => x.Data.Count(v => v >= i[0] - 2 && v < i[0] - 1))) { Gradient = false })]);
        list.Add("histogram.bin_ct", d => [d.Real([20]) is var x ? new([x], [Nd.From([4], i => x.Data.Count(v => v >= i[0] - 2 && v < i[0] - 1)), Nd.Of(-2, -1, 0, 1, 2)])
        {
            Gradient = false, Call = a => histogram((Tensor)a[0]!, 4, (-2, 2)),
        } : null!]);
        list.Add("nanmean", d => [.. new long[][] { [4], [2, 3] }.Select(s => d.Real(s)).SelectMany(x => new Sample[]
        {
            new([x, -1L], x.Along(-1, v => [Mean(v)]).Squeeze(-1)) { Call = Methods.Named(typeof(torch), "nanmean") },
            new([x.Map(v => v < 0 ? double.NaN : v).Fixed(), -1L, true], x.Along(-1, v => [Mean([.. v.Where(y => y >= 0)])])) { Gradient = false, Call = Methods.Named(typeof(torch), "nanmean") },
        })]);
        foreach (var (name, f) in new (string, Func<double[], double>)[] { ("amax", v => v.Max()), ("amin", v => v.Min()) })
        {
            var call = Methods.Named(typeof(torch), name);
            list.Add($"{name}.out", d => [d.Distinct(2, 3) is var x ? new([x, new long[] { 1 }, true, new Nd([2, 1], [0, 0])], x.Along(1, v => [f(v)])) { Gradient = false, Call = call } : null!]);
            list.Add(name, d => [d.Distinct(2, 3) is var x ? new([x, new long[] { 1 }, true], x.Along(1, v => [f(v)])) { Call = call } : null!]);
        }
    }

    private static void Spreads(CaseList list)
    {
        void Add(string name, Func<double[], int, double> f, bool mean)
        {
            var call = Methods.Named(typeof(torch), name);
            list.Add($"{name}.correction", d => [.. new long[][] { [4], [2, 3], [3, 2, 2] }.Select(s => d.Real(s)).SelectMany(x => new[] { (true, false), (false, true) }.Select(form =>
            {
                var spread = x.Reduce([0], form.Item2, v => f(v, form.Item1 ? 1 : 0));
                return new Sample([x, new long[] { 0 }, form.Item1, form.Item2], mean ? [spread, x.Reduce([0], form.Item2, Mean)] : [spread]) { Call = call };
            }))]);
        }

        Add("var", Variance, mean: false);
        Add("std", (v, c) => Math.Sqrt(Variance(v, c)), mean: false);
        Add("var_mean", Variance, mean: true);
        Add("std_mean", (v, c) => Math.Sqrt(Variance(v, c)), mean: true);
    }

    private static double Length(double[] v, double p) => Math.Pow(v.Sum(x => Math.Pow(Math.Abs(x), p)), 1 / p);

    private static void Statistics(CaseList list)
    {
        list.Add("quantile", d => Quantiles(d));
        list.Add("nanquantile", d => Quantiles(d));
        list.Add("cov", d => [.. new long[][] { [2, 5], [3, 4] }.Select(s => d.Real(s)).SelectMany(x => new Sample[]
        {
            new([x], Covariance(x, 1)),
            new([x, 0L], Covariance(x, 0)),
        })]);
        list.Add("corrcoef", d => [.. new long[][] { [2, 5], [3, 4] }.Select(s => d.Real(s)).Select(x =>
        {
            var c = Covariance(x, 1);
            return new Sample([x], Nd.From(c.Shape, i => c[i] / Math.Sqrt(c[i[0], i[0]] * c[i[1], i[1]])));
        })]);
        list.Add("bincount", d => [.. new long[][] { [6], [1] }.Select(s => d.Int(s, 0, 5)).SelectMany(x => new Sample[]
        {
            new([x, null, 7L], Nd.From([7], i => x.Data.Count(v => v == i[0])).As(ScalarType.Int64)) { Gradient = false },
            new([x, x.As(ScalarType.Float64).Map(v => v / 2), 7L], Nd.From([7], i => x.Data.Where(v => v == i[0]).Sum() / 2)) { Gradient = false },
        })]);
        list.Add("histogram.bins_tensor", d => [.. new long[][] { [20], [3, 4], [0] }.Select(s => d.Real(s)).Select(x =>
        {
            double[] edges = [-2, -0.5, 1, 2];
            return new Sample([x, Nd.Of(edges)], [Nd.From([3], i => x.Data.Count(v => v >= edges[i[0]] && v < edges[i[0] + 1])), Nd.Of(edges)]) { Gradient = false };
        })]);
    }

    private static IEnumerable<Sample> Quantiles(Draw d)
    {
        foreach (var shape in new long[][] { [1], [5], [2, 4], [3, 1, 2] })
        {
            var x = d.Distinct(shape);
            var q = Nd.Of(0.25, 0.6).Fixed();
            var along = q.Data.Select(p => x.Along(-1, y => [Quantile(y, p)])).ToArray();
            var stacked = new Nd([2, .. along[0].Shape], [.. along.SelectMany(a => a.Data)]);
            var last = shape.Length - 1L;
            yield return new([x, q, last, true], stacked);
            yield return new([x, q, last], stacked.Reshape([2, .. shape[..^1]]));
            yield return new([x, q], Nd.Of([.. q.Data.Select(p => Quantile(x.Data, p))]));
        }
    }

    private static double Quantile(double[] values, double q)
    {
        var sorted = values.Order().ToArray();
        var place = q * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        return below + 1 < sorted.Length ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }

    private static IEnumerable<Sample> Dimensions(Draw d, Func<double[], double> f, bool empty = true, bool keep = true)
    {
        (long[] Shape, long[] Dims)[] forms = [([4], [0]), ([1], [-1]), ([2, 3], [1]), ([2, 3], [0, 1]), ([2, 3, 2], [-1, 0])];
        foreach (var (shape, dims) in empty ? forms.Append(([2, 0, 3], [1])).Append(([0], [0])) : forms)
        {
            var x = d.Distinct(shape);
            yield return new([x, dims], x.Reduce(dims, false, f));
            if (keep) yield return new([x, dims, true], x.Reduce(dims, true, f));
        }
    }

    private static IEnumerable<Sample> OneDimension(
        Draw d, Func<double[], double[]> f, ScalarType?[] types, bool empty = false, bool bools = false, bool repeats = false, bool gradient = true)
    {
        (long[] Shape, long Dim)[] forms = [([4], 0), ([1], -1), ([2, 3], 1), ([2, 3], -2), ([2, 3, 2], 1)];
        foreach (var (shape, dim) in empty ? forms.Append(([2, 0, 3], 1)).Append(([0], 0)) : forms)
        {
            var x = bools ? d.Bool(shape) : repeats ? d.Int(shape, 0, 3) : d.Distinct(shape);
            Nd[] results = [.. types.Select((type, i) => x.Along(dim, line => [f(line)[i]], type))];
            yield return new([x, dim, true], results) { Gradient = gradient };
            yield return new([x, dim], [.. results.Select(r => r.Squeeze(dim))]) { Gradient = gradient };
        }
    }

    private static IEnumerable<Sample> Spread(Draw d, Func<double[], double> unbiased, Func<double[], double> biased, bool mean = false)
    {
        foreach (var shape in new long[][] { [4], [2, 3], [3, 1, 2] })
        {
            var x = d.Real(shape);
            Nd[] With(Func<double[], double> f) => mean ? [x.Reduce([], false, f), x.Reduce([], false, Mean)] : [x.Reduce([], false, f)];
            yield return new([x], With(unbiased));
            yield return new([x, false], With(biased));
        }
    }

    private static Nd Covariance(Nd x, int correction)
    {
        var n = x.Shape[1];
        var means = x.Along(1, y => [Mean(y)]);
        return Nd.From([x.Shape[0], x.Shape[0]], i => Enumerable.Range(0, (int)n).Sum(k => (x[i[0], k] - means[i[0], 0]) * (x[i[1], k] - means[i[1], 0])) / (n - correction));
    }

    private static double Mean(double[] x) => x.Length == 0 ? double.NaN : x.Sum() / x.Length;

    private static double Variance(double[] x, int correction)
    {
        var mean = Mean(x);
        return x.Sum(y => (y - mean) * (y - mean)) / (x.Length - correction);
    }

    private static double LowerMedian(double[] x) => x.Order().ElementAt((x.Length - 1) / 2);

    /// <summary>The most frequent value, the least of several, and the last place it stands at.</summary>
    private static double[] Mode(double[] x)
    {
        var value = x.GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
        return [value, Array.LastIndexOf(x, value)];
    }

    private static Nd Truth(bool value) => Nd.Number(value ? 1 : 0, ScalarType.Bool);
}
