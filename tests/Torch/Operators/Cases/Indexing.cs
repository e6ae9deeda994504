namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>Reading from and writing to chosen places.</summary>
internal static class Indexing
{
    public static CaseList Cases()
    {
        var list = new CaseList("Indexing");
        Reading(list);
        Writing(list);
        Masks(list);
        return list;
    }

    private static void Reading(CaseList list)
    {
        list.Add("select.int", d => Forms(d).SelectMany(x => new Sample[]
        {
            new([x, 1L, 0L], Nd.From(Without(x, 1), i => x[[i[0], 0, .. i[1..]]])),
            new([x, 1L, -1L], Nd.From(Without(x, 1), i => x[[i[0], x.Shape[1] - 1, .. i[1..]]])),
        }));
        list.Add("slice.Tensor", d => Forms(d).Select(x => new Sample([x, 1L, 1L, 3L, 2L], Nd.From(Resized(x, 1, 1), i => x[Nd.With(i, 1, 1)])))
            .Append(new([d.Real([6]) is var v ? v : v, 0L, 1L, 6L, 2L], Nd.From([3], i => v[1 + 2 * i[0]]))));
        list.Add("narrow", d => Forms(d).SelectMany(x => new Sample[]
        {
            new([x, 1L, 1L, 2L], Nd.From(Resized(x, 1, 2), i => x[Nd.With(i, 1, i[1] + 1)])), new([x, 1L, 1L, 0L], Nd.From(Resized(x, 1, 0), _ => 0)),
        }));
        list.Add("index_select", d => Forms(d).Select(x => new Sample([x, 1L, Nd.Integers(2, 0, 2, 1)], Nd.From(Resized(x, 1, 4), i => x[Nd.With(i, 1, new long[] { 2, 0, 2, 1 }[i[1]])])))
            .Append(new([d.Real([3]), 0L, Nd.Integers()], Nd.Of())));
        list.Add("gather", d => Forms(d).Select(x => (X: x, I: d.Int(Resized(x, 1, 2), 0, 3))).Select(t => new Sample([t.X, 1L, t.I], Nd.From(t.I.Shape, i => t.X[Nd.With(i, 1, (long)t.I[i])]))));
        list.Add("take_along_dim", d => Forms(d).Select(x => (X: x, I: d.Int(Resized(x, 1, 2), 0, 3))).Select(t => new Sample([t.X, t.I, 1L], Nd.From(t.I.Shape, i => t.X[Nd.With(i, 1, (long)t.I[i])])))
            .Append(Flat(d)));
        list.Add("take", d => Forms(d).Select(x => (X: x, I: d.Int([2, 2], 0, x.Data.Length))).Where(t => t.X.Data.Length > 0).Select(t => new Sample([t.X, t.I], t.I.Map(i => t.X.Data[(int)i]).As(ScalarType.Float64))));
        list.Add("index.Tensor", d => Forms(d).Where(x => x.Rank == 2 && x.Shape[0] == 2).SelectMany(x => new Sample[]
        {
            new([x, Nd.Integers(1, 0, 1), Nd.Integers(2, 0, 1)], Nd.Of(x[1, 2], x[0, 0], x[1, 1])) { Call = a => ((Tensor)a[0]!)[TensorIndex.Tensor((Tensor)a[1]!), TensorIndex.Tensor((Tensor)a[2]!)] },
            new([x, Nd.Integers(2, 0, 1, 1)], Nd.From([2, 4], i => x[i[0], new long[] { 2, 0, 1, 1 }[i[1]]])) { Call = a => ((Tensor)a[0]!)[TensorIndex.Colon, TensorIndex.Tensor((Tensor)a[1]!)] },
        }));
    }

    private static void Writing(CaseList list)
    {
        list.Add("index_put_", d => Forms(d).Where(x => x.Rank == 2 && x.Shape[0] == 2).SelectMany(x => new Sample[]
        {
            new([x, Nd.Integers(1, 0), Nd.Integers(2, 0), Nd.Of(7, 8)], Nd.From(x.Shape, i => i[0] == 1 && i[1] == 2 ? 7 : i[0] == 0 && i[1] == 0 ? 8 : x[i]))
            {
                Call = a =>
                {
                    ((Tensor)a[0]!)[TensorIndex.Tensor((Tensor)a[1]!), TensorIndex.Tensor((Tensor)a[2]!)] = (Tensor)a[3]!;
                    return a[0]!;
                },
            },
        }));
        Func<Draw, IEnumerable<Sample>> Scattered(bool add) => d => Forms(d).Select(x => (X: x, S: d.Real(x.Shape))).Select(t =>
        {
            var order = d.Permutation((int)t.X.Shape[1]);
            var index = Nd.From(t.X.Shape, i => add ? i[1] / 2 : order[i[1]]).As(ScalarType.Int64);
            var result = t.X.Data.ToArray();
            foreach (var i in Nd.Indices(t.X.Shape))
            {
                var place = Nd.Indices(t.X.Shape).ToList().FindIndex(j => j.SequenceEqual(Nd.With(i, 1, (long)index[i])));
                result[place] = (add ? result[place] : 0) + t.S[i];
            }

            return new Sample([t.X, 1L, index, t.S], new Nd(t.X.Shape, result));
        });
        list.Add("scatter.src", Scattered(add: false));
        list.Add("scatter_add", Scattered(add: true));
        list.Add("index_add", d => Forms(d).Select(x => (X: x, S: d.Real(Resized(x, 1, 3)))).Select(t => new Sample(
            [t.X, 1L, Nd.Integers(2, 0, 2), t.S, 0.5], Nd.From(t.X.Shape, i => t.X[i] + 0.5 * (i[1] == 0 ? t.S[Nd.With(i, 1, 1)] : i[1] == 2 ? t.S[Nd.With(i, 1, 0)] + t.S[Nd.With(i, 1, 2)] : 0)))));
        list.Add("index_copy", d => Forms(d).Select(x => (X: x, S: d.Real(Resized(x, 1, 2)))).Select(t => new Sample(
            [t.X, 1L, Nd.Integers(2, 0), t.S], Nd.From(t.X.Shape, i => i[1] == 0 ? t.S[Nd.With(i, 1, 1)] : i[1] == 2 ? t.S[Nd.With(i, 1, 0)] : t.X[i]))));
        list.Add("index_fill.int_Scalar", d => Forms(d).Select(x => new Sample([x, 1L, Nd.Integers(2, 0), 9.5], Nd.From(x.Shape, i => i[1] is 0 or 2 ? 9.5 : x[i]))));
        list.Add("select_scatter", d => Forms(d).Select(x => (X: x, S: d.Real(Without(x, 1)))).Select(t => new Sample([t.X, t.S, 1L, 2L], Nd.From(t.X.Shape, i => i[1] == 2 ? t.S[[i[0], .. i[2..]]] : t.X[i]))));
        list.Add("slice_scatter", d => Forms(d).Select(x => (X: x, S: d.Real(Resized(x, 1, 2)))).Select(t => new Sample(
            [t.X, t.S, 1L, 0L, 3L, 2L], Nd.From(t.X.Shape, i => i[1] is 0 or 2 ? t.S[Nd.With(i, 1, i[1] / 2)] : t.X[i]))));
        list.Add("fill_.Scalar", d => d.Shapes.Select(s => d.Real(s)).Select(x => new Sample([x, 2.5], x.Map(_ => 2.5))));
        list.Add("zero_", d => d.Shapes.Select(s => d.Real(s)).Select(x => new Sample([x], x.Map(_ => 0))));
        list.Add("set_.source_Tensor", d => [new([d.Real([3]).Fixed(), d.Real([2, 2]) is var s ? s : s], s) { Gradient = false }]);
    }

    private static void Masks(CaseList list)
    {
        IEnumerable<(Nd X, Nd M)> Masked(Draw d) => d.Shapes.Select(s => (d.Real(s), d.Bool(s)));
        list.Add("masked_fill.Scalar", d => Masked(d).Select(t => new Sample([t.X, t.M, -1.5], Nd.Zip(t.X, t.M, (x, m) => m != 0 ? -1.5 : x)))
            .Append(new([d.Real([2, 3]) is var x ? x : x, d.Bool(3) is var m ? m : m, -1.5], Nd.Zip(x, m, (a, b) => b != 0 ? -1.5 : a))));
        list.Add("masked_scatter", d => Masked(d).Select(t =>
        {
            var source = d.Real([t.X.Data.Length]);
            var next = 0;
            return new Sample([t.X, t.M, source], new Nd(t.X.Shape, [.. t.X.Data.Select((x, i) => t.M.Data[i] != 0 ? source.Data[next++] : x)]));
        }));
        list.Add("masked_select", d => Masked(d).Select(t => new Sample([t.X, t.M], Nd.Of([.. t.X.Data.Where((_, i) => t.M.Data[i] != 0)]))));
        Func<Draw, IEnumerable<Sample>> places = d => d.Shapes.Select(s => d.Int(s, 0, 2)).Select(x => new Sample([x], Places(x)) { Gradient = false });
        list.Add("nonzero", places);
        list.Add("argwhere", places);
        list.Add("where", d => d.Shapes.Where(s => s.Length > 0).Select(s => d.Bool(s)).Select(x =>
        {
            var all = Places(x);
            return new Sample([x], [.. Enumerable.Range(0, x.Rank).Select(k => Nd.From([all.Shape[0]], i => all[i[0], k]).As(ScalarType.Int64))]) { Gradient = false };
        }));
    }

    /// <summary>libtorch 1.13 flattens by a view here, which tensors with gaps do not have.</summary>
    private static Sample Flat(Draw d)
    {
        var x = d.Real([2, 3]);
        var index = d.Int([4], 0, 6);
        return new([x, index], index.Map(i => x.Data[(int)i]).As(ScalarType.Float64)) { Call = a => ((Tensor)a[0]!).take_along_dim((Tensor)a[1]!), Dense = true };
    }

    private static Nd Places(Nd x)
    {
        var all = Nd.Indices(x.Shape).Where(i => x[i] != 0).ToArray();
        return Nd.From([all.Length, x.Rank], i => all[i[0]][i[1]]).As(ScalarType.Int64);
    }

    /// <summary>Shapes with three elements or more along dimension 1.</summary>
    private static IEnumerable<Nd> Forms(Draw d) => [.. new long[][] { [2, 3], [1, 4], [0, 3], [2, 3, 2] }.Select(s => d.Real(s))];

    private static long[] Resized(Nd x, int dim, long size) => Nd.With(x.Shape, dim, size);

    private static long[] Without(Nd x, int dim) => [.. x.Shape.Where((_, d) => d != dim)];
}
