namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>Sums of products, against loops.</summary>
internal static class Products
{
    public static CaseList Cases()
    {
        var list = new CaseList("Products");
        Matrix(list);
        Vectors(list);
        Sums(list);
        Networks(list);
        return list;
    }

    private static void Matrix(CaseList list)
    {
        void Add(string names, params (long[] A, long[] B)[] shapes) =>
            list.Add(names, d => [.. shapes.Select(s => (A: d.Real(s.A), B: d.Real(s.B))).Select(t => new Sample([t.A, t.B], Matrices.Multiply(t.A, t.B)))]);
        Add("mm matmul", ([2, 3], [3, 4]), ([1, 1], [1, 1]), ([0, 3], [3, 2]), ([2, 0], [0, 3]));
        Add("bmm matmul", ([2, 2, 3], [2, 3, 2]), ([1, 2, 1], [1, 1, 2]), ([0, 2, 3], [0, 3, 2]));
        Add("matmul", ([2, 1, 2, 3], [3, 3, 2]), ([2, 3], [2, 3, 2]));
        list.Add("matmul mv", d => [.. Vectors(d, [2, 3], [3]), .. Vectors(d, [0, 3], [3])]);
        // Real numbers only: the complex zdotc of some OpenBLAS builds gives libtorch 0 for every product, in Python too.
        list.Add("matmul dot inner vdot", d => new (long[], long[])[] { ([3], [3]), ([1], [1]), ([0], [0]) }.Select(s => (A: d.Real(s.Item1), B: d.Real(s.Item2)))
            .Select(t => new Sample([t.A, t.B], Nd.Number(Dot(t.A, t.B)))));
        list.Add("inner", d => [new([d.Real([2, 3]) is var a ? a : a, d.Real([4, 3]) is var b ? b : b], Matrices.Multiply(a, Matrices.Transpose(b)))]);
        list.Add("outer ger", d => new (long[], long[])[] { ([3], [2]), ([1], [1]), ([0], [2]) }.Select(s => (A: d.Real(s.Item1), B: d.Real(s.Item2)))
            .Select(t => new Sample([t.A, t.B], Nd.From([t.A.Shape[0], t.B.Shape[0]], i => t.A[i[0]] * t.B[i[1]]))));
        list.Add("kron", d => [new([d.Real([2, 3]) is var a ? a : a, d.Real([3, 2]) is var b ? b : b], Nd.From([6, 6], i => a[i[0] / 3, i[1] / 2] * b[i[0] % 3, i[1] % 2]))]);
        list.Add("chain_matmul linalg_multi_dot", d => [.. new[] { 2, 3, 4 }.Select(n =>
        {
            Nd[] all = [.. Enumerable.Range(0, n).Select(i => d.Real([2 + i, 3 + i]))];
            return new Sample([all], all.Aggregate(Matrices.Multiply));
        })]);
        list.Add("einsum", d =>
        [
            new(["bij,bjk->bik", new[] { d.Real([2, 3, 2]) is var a ? a : a, d.Real([2, 2, 3]) is var b ? b : b }], Matrices.Multiply(a, b)),
            new(["ii->i", new[] { d.Real([3, 3]) is var c ? c : c }], Nd.From([3], i => c[i[0], i[0]])),
            new(["i,j,ij->", new[] { d.Real([2]) is var x ? x : x, d.Real([3]) is var y ? y : y, d.Real([2, 3]) is var z ? z : z }], Nd.Number(Nd.Indices([2, 3]).Sum(i => x[i[0]] * y[i[1]] * z[i]))),
        ]);
        list.Add("tensordot", d => [new([d.Real([2, 3, 2]) is var a ? a : a, d.Real([3, 2, 4]) is var b ? b : b, new long[] { 1, 2 }, new long[] { 0, 1 }],
            Nd.From([2, 4], i => Nd.Indices([3, 2]).Sum(k => a[i[0], k[0], k[1]] * b[k[0], k[1], i[1]])))]);
        list.Add("linear", d => [.. new long[][] { [2, 3], [3], [2, 2, 3], [0, 3] }.Select(s => d.Real(s)).SelectMany(x =>
        {
            var (w, b) = (d.Real([4, 3]), d.Real([4]));
            double At(long[] i) => Enumerable.Range(0, 3).Sum(k => x[[.. i[..^1], k]] * w[i[^1], k]);
            return new Sample[] { new([x, w], Nd.From([.. x.Shape[..^1], 4], At)), new([x, w, b], Nd.From([.. x.Shape[..^1], 4], i => At(i) + b[i[^1]])) };
        })]);
        list.Add("bilinear", d => [new([d.Real([2, 3]) is var x ? x : x, d.Real([2, 2]) is var y ? y : y, d.Real([4, 3, 2]) is var w ? w : w, d.Real([4]) is var b ? b : b],
            Nd.From([2, 4], i => b[i[1]] + Nd.Indices([3, 2]).Sum(k => x[i[0], k[0]] * w[i[1], k[0], k[1]] * y[i[0], k[1]])))]);
    }

    private static void Vectors(CaseList list)
    {
        list.Add("linalg_cross", d => [.. new long[][] { [3], [2, 3] }.Select(s => (A: d.Real(s), B: d.Real(s)))
            .Select(t => new Sample([t.A, t.B], Nd.From(t.A.Shape, i =>
            {
                double At(Nd v, long k) => v[[.. i[..^1], k % 3]];
                return At(t.A, i[^1] + 1) * At(t.B, i[^1] + 2) - At(t.A, i[^1] + 2) * At(t.B, i[^1] + 1);
            })))]);
        list.Add("cosine_similarity", d => [new([d.Real([2, 3]) is var a ? a : a, d.Real([2, 3]) is var b ? b : b], Nd.From([2], i =>
            Row(a, b, i[0]) / Math.Sqrt(Row(a, a, i[0]) * Row(b, b, i[0]))))]);
        list.Add("pairwise_distance", d => [new([d.Real([2, 3]) is var a ? a : a, d.Real([2, 3]) is var b ? b : b], Nd.From([2], i =>
            Math.Sqrt(Enumerable.Range(0, 3).Sum(k => Math.Pow(a[i[0], k] - b[i[0], k] + 1e-6, 2)))))]);
        list.Add("layer_norm", d => [.. new long[][] { [2, 4], [1, 4], [2, 2, 4], [0, 4] }.Select(s => d.Real(s)).SelectMany(x =>
        {
            var (w, b) = (d.Real([4]), d.Real([4]));
            var plain = x.Along(-1, v => Normalized(v));
            return new Sample[] { new([x, new long[] { 4 }], plain), new([x, new long[] { 4 }, w, b, 1e-5], Nd.From(x.Shape, i => plain[i] * w[i[^1]] + b[i[^1]])) };
        })]);
        list.Add("group_norm", d => [.. new long[][] { [2, 4, 3], [1, 4, 2] }.Select(s => d.Real(s)).SelectMany(x =>
        {
            var (w, b) = (d.Real([4]), d.Real([4]));
            var plain = x.Reshape(x.Shape[0] * 2, 2 * x.Shape[2]).Along(1, Normalized).Reshape(x.Shape);
            return new Sample[] { new([x, 2L], plain), new([x, 2L, w, b, 1e-5], Nd.From(x.Shape, i => plain[i] * w[i[1]] + b[i[1]])) };
        })]);
        list.Add("glu", d => [.. new long[][] { [4], [2, 6], [0, 2] }.Select(s => d.Real(s)).Select(x =>
            new Sample([x], x.Along(-1, v => [.. v[..(v.Length / 2)].Select((a, k) => a / (1 + Math.Exp(-v[k + v.Length / 2])))])))]);
    }

    private static void Sums(CaseList list)
    {
        void Add(string name, long[] input, long[] first, long[] second, Func<Nd, Nd, Nd> product) => list.Add(name, d => [.. new[] { (Beta: 1f, Alpha: 1f), (Beta: 0.5f, Alpha: 2f) }.Select(f =>
        {
            var (x, a, b) = (d.Real(input), d.Real(first), d.Real(second));
            return new Sample([x, a, b, f.Beta, f.Alpha], Nd.Zip(x, product(a, b), (u, v) => f.Beta * u + f.Alpha * v));
        })]);
        Add("addmm", [2, 4], [2, 3], [3, 4], Matrices.Multiply);
        Add("addmm", [0, 2], [0, 3], [3, 2], Matrices.Multiply);
        Add("addmv", [2], [2, 3], [3], (a, b) => Matrices.Multiply(a, b.Reshape(3, 1)).Reshape(2));
        Add("addr", [2, 3], [2], [3], (a, b) => Matrices.Multiply(a.Reshape(2, 1), b.Reshape(1, 3)));
        Add("baddbmm", [2, 2, 2], [2, 2, 3], [2, 3, 2], Matrices.Multiply);
        Add("addbmm", [2, 2], [3, 2, 3], [3, 3, 2], (a, b) => Matrices.Multiply(a, b).Reduce([0], false, v => v.Sum()));
        list.Add("cdist", d => [d.Real([2, 3]) is var a && d.Real([4, 3]) is var b ? new([a, b], Nd.From([2, 4], i => Distance(a, b, i[0], i[1], 2))) : null!, new([a, b, 1.0], Nd.From([2, 4], i => Distance(a, b, i[0], i[1], 1)))]);
        list.Add("dist", d => [.. new[] { 2f, 3f }.Select(p => (A: d.Real([2, 3]), B: d.Real([3]), P: p)).Select(t => new Sample([t.A, t.B, t.P], Nd.Number(Math.Pow(Nd.Zip(t.A, t.B, (x, y) => Math.Pow(Math.Abs(x - y), t.P)).Data.Sum(), 1.0 / t.P))))]);
        list.Add("renorm", d => [d.Real([3, 4]) is var x ? new([x, 2f, 0L, 1.5f], x.Along(1, v => Math.Sqrt(v.Sum(y => y * y)) is var n && n > 1.5 ? [.. v.Select(y => y * 1.5 / (n + 1e-7))] : v)) { Gradient = false } : null!]);
        var dot = Methods.Named(typeof(linalg), "vecdot");
        list.Add("linalg_vecdot", d => [d.Real([2, 3]) is var a && d.Real([2, 3]) is var b ? new([a, b], Nd.From([2], i => Enumerable.Range(0, 3).Sum(k => a[i[0], k] * b[i[0], k]))) { Call = dot } : null!]);
        list.Add("linalg_vecdot.out", d => [d.Real([2, 3]) is var a && d.Real([2, 3]) is var b
            ? new([a, b, -1L, Nd.Of(0, 0)], Nd.From([2], i => Enumerable.Range(0, 3).Sum(k => a[i[0], k] * b[i[0], k]))) { Gradient = false, Call = dot } : null!]);
    }

    /// <summary>(Σ |x − y|^p)^(1/p)</summary>
    private static double Distance(Nd a, Nd b, long row, long other, double p) =>
        Math.Pow(Enumerable.Range(0, (int)a.Shape[1]).Sum(k => Math.Pow(Math.Abs(a[row, k] - b[other, k]), p)), 1 / p);

    private static void Networks(CaseList list)
    {
        list.Add("conv2d", d => [.. new (int Stride, int Padding, int Dilation, int Groups)[] { (1, 0, 1, 1), (2, 1, 1, 1), (1, 1, 2, 2) }.Select(form =>
        {
            var (x, w, b) = (d.Real([2, 2, 4, 3]), d.Real([2, 2 / form.Groups, 2, 2]), d.Real([2]));
            return new Sample([x, w, b, Same(2, form.Stride), Same(2, form.Padding), Same(2, form.Dilation), (long)form.Groups],
                Convolution(x, w, b, form.Stride, form.Padding, form.Dilation, form.Groups));
        }), Plain(d, 2)]);
        list.Add("conv3d", d => [new([d.Real([1, 2, 3, 3, 3]) is var x ? x : x, d.Real([2, 2, 2, 2, 2]) is var w ? w : w, d.Real([2]) is var b ? b : b, Same(3, 2), Same(3, 1)],
            Convolution(x, w, b, 2, 1, 1, 1)), Plain(d, 3)]);
        list.Add("conv_transpose2d.input", d => [.. new (int Stride, int Padding)[] { (1, 0), (2, 1) }.Select(form => Transposed(d, 2, form.Stride, form.Padding))]);
        list.Add("conv_transpose3d.input", d => [Transposed(d, 3, 2, 1)]);
        foreach (var dims in new[] { 2, 3 })
        {
            list.Add($"avg_pool{dims}d", d => [Pool(d, dims, Mean, index: false)]);
            list.Add($"max_pool{dims}d", d => [Pool(d, dims, v => v.Max(), index: false)]);
            list.Add($"max_pool{dims}d_with_indices", d => [Pool(d, dims, v => v.Max(), index: true)]);
            list.Add($"adaptive_avg_pool{dims}d", d => [Adaptive(d, dims)]);
            list.Add($"avg_pool{dims}d_backward", d => [PoolBackward(d, dims)]);
        }

        list.Add("adaptive_avg_pool3d_backward.grad_input", d =>
        {
            var (given, original) = (d.Real([1, 2, 1, 2, 2]), d.Real([1, 2, 2, 4, 4]));
            return [new([new Nd(original.Shape, new double[original.Data.Length]), given, original], Nd.From(original.Shape, i => given[i[0], i[1], i[2] / 2, i[3] / 2, i[4] / 2] / 8)) { Gradient = false, Dense = true }];
        });
    }

    private static Sample Plain(Draw d, int dims)
    {
        var (x, w) = (d.Real([1, 1, .. Same(dims, 3)]), d.Real([2, 1, .. Same(dims, 2)]));
        return new([x, w], Convolution(x, w, Nd.Of(0, 0), 1, 0, 1, 1));
    }

    /// <summary>y[n, o, p] = b[o] + Σ w[o, c, k] · x[n, c, p · stride + k · dilation − padding]</summary>
    private static Nd Convolution(Nd x, Nd w, Nd b, int stride, int padding, int dilation, int groups)
    {
        var perGroup = w.Shape[0] / groups;
        long[] size = [.. x.Shape[2..].Zip(w.Shape[2..], (n, k) => (n + 2 * padding - dilation * (k - 1) - 1) / stride + 1)];
        return Nd.From([x.Shape[0], w.Shape[0], .. size], i => b[i[1]] + Nd.Indices(w.Shape[1..]).Sum(k =>
        {
            long[] place = [.. i[2..].Select((p, q) => p * stride + k[q + 1] * dilation - padding)];
            return Inside(place, x.Shape[2..]) ? w[[i[1], .. k]] * x[[i[0], i[1] / perGroup * w.Shape[1] + k[0], .. place]] : 0;
        }));
    }

    /// <summary>y[n, o, q · stride + k − padding] += w[c, o, k] · x[n, c, q]</summary>
    private static Sample Transposed(Draw d, int dims, int stride, int padding)
    {
        var (x, w, b) = (d.Real([1, 2, .. Same(dims, 2)]), d.Real([2, 2, .. Same(dims, 3)]), d.Real([2]));
        var size = (2 - 1) * stride - 2 * padding + 3;
        var y = Nd.From([1, 2, .. Same(dims, size)], i => b[i[1]] + Nd.Indices(x.Shape[1..]).Sum(q => Nd.Indices(w.Shape[2..])
            .Where(k => Enumerable.Range(0, dims).All(p => q[p + 1] * stride + k[p] - padding == i[p + 2])).Sum(k => w[[q[0], i[1], .. k]] * x[[0, .. q]])));
        return new([x, w, b, Same(dims, stride), Same(dims, padding)], y);
    }

    private static Sample Pool(Draw d, int dims, Func<double[], double> f, bool index)
    {
        var x = d.Distinct([1, 2, .. Same(dims, 4)]);
        long[] shape = [1, 2, .. Same(dims, 2)];
        var values = Nd.From(shape, i => f(Window(x, i, dims)));
        if (!index) return new([x, Same(dims, 2)], values);
        var plane = Nd.Count(Same(dims, 4));
        var places = Nd.From(shape, i => Array.IndexOf(x.Data, Window(x, i, dims).Max()) % plane).As(ScalarType.Int64);
        return new([x, Same(dims, 2)], [values, places]);
    }

    private static double[] Window(Nd x, long[] i, int dims) => [.. Nd.Indices(Same(dims, 2)).Select(k => x[[i[0], i[1], .. k.Select((v, p) => i[p + 2] * 2 + v)]])];

    private static Sample Adaptive(Draw d, int dims)
    {
        var x = d.Real([1, 2, .. Same(dims, 4)]);
        return new([x, Same(dims, 2)], Nd.From([1, 2, .. Same(dims, 2)], i => Mean(Window(x, i, dims))));
    }

    private static Sample PoolBackward(Draw d, int dims)
    {
        var (given, x) = (d.Real([1, 2, .. Same(dims, 2)]), d.Real([1, 2, .. Same(dims, 4)]).Fixed());
        return new([given, x, Same(dims, 2), Same(dims, 2)], Nd.From(x.Shape, i => given[[i[0], i[1], .. i[2..].Select(v => v / 2)]] / Math.Pow(2, dims)));
    }

    private static double[] Normalized(double[] v)
    {
        var mean = Mean(v);
        var variance = v.Sum(x => (x - mean) * (x - mean)) / v.Length;
        return [.. v.Select(x => (x - mean) / Math.Sqrt(variance + 1e-5))];
    }

    private static IEnumerable<Sample> Vectors(Draw d, long[] a, long[] b)
    {
        var (m, v) = (d.Real(a), d.Real(b));
        return [new([m, v], Nd.From([a[0]], i => Enumerable.Range(0, (int)b[0]).Sum(k => m[i[0], k] * v[k])))];
    }

    private static bool Inside(long[] place, long[] size) => place.Zip(size, (p, n) => p >= 0 && p < n).All(x => x);

    private static double Row(Nd a, Nd b, long row) => Enumerable.Range(0, (int)a.Shape[1]).Sum(k => a[row, k] * b[row, k]);

    private static double Dot(Nd a, Nd b) => a.Data.Zip(b.Data, (x, y) => x * y).Sum();

    private static double Mean(double[] x) => x.Sum() / x.Length;

    private static long[] Same(int count, long value) => [.. Enumerable.Repeat(value, count)];
}
