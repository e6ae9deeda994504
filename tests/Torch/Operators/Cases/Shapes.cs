namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>The same numbers in other places, against index arithmetic.</summary>
internal static class Shapes
{
    public static CaseList Cases()
    {
        var list = new CaseList("Shapes");
        Reshaping(list);
        Turning(list);
        Diagonals(list);
        Joining(list);
        Spreading(list);
        return list;
    }

    private static void Reshaping(CaseList list)
    {
        list.Add("reshape", d => Forms(d, [2, 6], [0, 3]).Select(x => x.Shape[0] == 0 ? New(x, x.Reshape(3, 0), new long[] { 3, 0 }) : New(x, x.Reshape(3, 4), new long[] { 3, -1 })));
        list.Add("view", d => Forms(d, [2, 6], [1, 12]).Select(x => New(x, x.Reshape(3, 4), new long[] { 3, 4 }) with { Dense = true }));
        list.Add("view_as", d => Forms(d, [2, 6], [1, 12]).Select(x => new Sample([x, d.Real([4, 3]).Fixed()], x.Reshape(4, 3)) { Dense = true }));
        list.Add("flatten.using_ints", d => Forms(d, [2, 3, 2], [0, 3], []).SelectMany(x => x.Rank < 3 ? [New(x, x.Reshape(x.Data.Length))] : new Sample[]
        {
            New(x, x.Reshape(12)), New(x, x.Reshape(2, 6), 1L), New(x, x.Reshape(6, 2), 0L, 1L),
        }));
        list.Add("ravel", d => Forms(d, [2, 3], [0], []).Select(x => New(x, x.Reshape(x.Data.Length))));
        list.Add("unflatten.int", d => Forms(d, [2, 6], [0, 6]).Select(x => New(x, x.Reshape(x.Shape[0], 2, 3), 1L, new long[] { 2, 3 })));
        foreach (var mark in new[] { "", "_" })
        {
            list.Add($"squeeze{mark}.dim", d => [.. Forms(d, [1, 3], [1, 0]).Select(x => Squeezed(x, x.Reshape(x.Shape[1]), 0, mark)), .. Forms(d, [2, 3]).Select(x => Squeezed(x, x, 0, mark))]);
            list.Add($"squeeze{mark}", d => Forms(d, [1, 3, 1], [1], [], [1, 0]).Select(x => Squeezed(x, x.Reshape([.. x.Shape.Where(s => s != 1)]), null, mark)));
        }

        list.Add("unsqueeze", d => Forms(d, [2, 3], [0], []).SelectMany(x => new[] { New(x, x.Reshape([1, .. x.Shape]), 0L), New(x, x.Reshape([.. x.Shape, 1]), -1L) }));
        list.Add("atleast_1d", d => Forms(d, [2, 3], [0], []).Select(x => New(x, x.Rank == 0 ? x.Reshape(1) : x)));
        list.Add("atleast_2d", d => Forms(d, [2, 3], [4], []).Select(x => New(x, x.Rank < 2 ? x.Reshape(1, x.Data.Length) : x)));
        list.Add("atleast_3d", d => Forms(d, [2, 3], [4], []).Select(x => New(x, x.Rank == 2 ? x.Reshape(2, 3, 1) : x.Reshape(1, x.Data.Length, 1))));
        list.Add("view_as_real", d => Forms(s => d.Complex(s), [2, 3], [0], []).Select(x => new Sample([x], Nd.From([.. x.Shape, 2], i => i[^1] == 0 ? x.ComplexAt(i[..^1]).Real : x.ComplexAt(i[..^1]).Imaginary))));
        list.Add("view_as_complex", d => Forms(d, [2, 3, 2], [2], [0, 2]).Select(x => new Sample([x], Nd.From(x.Shape[..^1], i => new System.Numerics.Complex(x[[.. i, 0]], x[[.. i, 1]]))) { Dense = true }));
        list.Add("real", d => Forms(s => d.Complex(s), [2, 3], [0], []).Select(x => new Sample([x], new Nd(x.Shape, x.Data))));
        list.Add("imag", d => Forms(s => d.Complex(s), [2, 3], [0], []).Select(x => new Sample([x], new Nd(x.Shape, x.Imaginary!))));
        list.Add("conj conj_physical", d => Forms(s => d.Complex(s), [2, 3], [0], []).Select(x => new Sample([x], new Nd(x.Shape, x.Data, x.Type, [.. x.Imaginary!.Select(v => -v)]))));
        list.Add("angle", d => Forms(s => d.Complex(s), [2, 3], [0], []).Select(x => new Sample([x], Nd.From(x.Shape, i => x.ComplexAt(i).Phase))));
        list.Add("abs", d => Forms(s => d.Complex(s), [2, 3], [0], []).Select(x => new Sample([x], Nd.From(x.Shape, i => x.ComplexAt(i).Magnitude)) ));
    }

    private static void Turning(CaseList list)
    {
        list.Add("permute", d => Forms(d, [2, 3, 4], [2, 0, 1]).Select(x => New(x, x.Permute(2, 0, 1), new long[] { 2, 0, 1 })));
        list.Add("t", d => Forms(d, [2, 3], [0, 2], [3], []).Select(x => New(x, x.Rank == 2 ? x.Permute(1, 0) : x)));
        list.Add("transpose.int swapaxes swapdims", d => Forms(d, [2, 3, 4], [2, 0, 1]).Select(x => New(x, x.Permute(2, 1, 0), 0L, -1L)));
        list.Add("adjoint", d => Forms(d, [2, 3, 4], [2, 2]).Select(x => New(x, Matrices.Transpose(x))));
        list.Add("movedim.int moveaxis.int", d => Forms(d, [2, 3, 4], [2, 0, 1]).Select(x => New(x, x.Permute(1, 2, 0), 0L, 2L)));
        list.Add("movedim.intlist moveaxis.intlist", d => Forms(d, [2, 3, 4], [2, 0, 1]).Select(x => New(x, x.Permute(2, 0, 1), new long[] { 0, 1 }, new long[] { 1, 2 })));
        list.Add("flip", d => Forms(d, [2, 3], [0, 2]).SelectMany(x => new[] { New(x, Flip(x, 0), new long[] { 0 }), New(x, Flip(Flip(x, 0), 1), new long[] { 0, -1 }) }));
        list.Add("fliplr", d => Forms(d, [2, 3], [0, 2]).Select(x => New(x, Flip(x, 1))));
        list.Add("flipud", d => Forms(d, [2, 3], [0], [4]).Select(x => New(x, Flip(x, 0))));
        list.Add("roll", d => Forms(d, [2, 3], [3, 4]).SelectMany(x => new[]
        {
            New(x, Roll(x.Reshape(x.Data.Length), 0, 2).Reshape(x.Shape), 2L),
            New(x, Roll(x, 0, 2), new long[] { 2 }),
            New(x, Roll(Roll(x, 0, 1), 1, -2), new long[] { 1, -2 }, new long[] { 0, 1 }),
        }));
        list.Add("fft_fftshift", d => Forms(d, [2, 3], [4], [1]).SelectMany(x => new[] { New(x, Shift(x, 1)), New(x, Roll(x, 0, x.Shape[0] / 2), new long[] { 0 }) }));
        list.Add("fft_ifftshift", d => Forms(d, [2, 3], [4], [1]).SelectMany(x => new[] { New(x, Shift(x, -1)), New(x, Roll(x, 0, (x.Shape[0] + 1) / 2), new long[] { 0 }) }));
        list.Add("channel_shuffle", d => Forms(d, [1, 6, 2, 2], [2, 4, 1, 1]).Select(x => New(x, Nd.From(x.Shape, i => x[i[0], i[1] % 2 * (x.Shape[1] / 2) + i[1] / 2, i[2], i[3]]), 2L) with { Gradient = false }));
        list.Add("pixel_shuffle", d => Forms(d, [1, 8, 2, 3]).Select(x => New(x, Nd.From([1, 2, 4, 6], i => x[i[0], i[1] * 4 + i[2] % 2 * 2 + i[3] % 2, i[2] / 2, i[3] / 2]), 2L)));
        list.Add("pixel_unshuffle", d => Forms(d, [1, 2, 4, 6]).Select(x => New(x, Nd.From([1, 8, 2, 3], i => x[i[0], i[1] / 4, i[2] * 2 + i[1] % 4 / 2, i[3] * 2 + i[1] % 2]), 2L)));
    }

    private static void Diagonals(CaseList list)
    {
        Func<Draw, IEnumerable<Sample>> diagonal = d => Forms(d, [3, 4], [2, 2], [2, 3, 3]).SelectMany(x => new[]
        {
            New(x, Diagonal(x, 1, 0, 1), 1L, 0L, 1L), New(x, Diagonal(x, -1, 0, 1), -1L, 0L, 1L), New(x, Diagonal(x, 0, x.Rank - 1, 0), 0L, -1L, 0L),
        });
        list.Add("diagonal", diagonal);
        list.Add("linalg_diagonal", diagonal);
        list.Add("diag", d => [.. Forms(d, [3, 4]).Select(x => New(x, Diagonal(x, 1, 0, 1), 1L)), .. Forms(d, [3], [0]).Select(x => New(x, Embed(x, -1), -1L))]);
        list.Add("diagflat", d => Forms(d, [2, 2], [3], [0], []).Select(x => New(x, Embed(x.Reshape(x.Data.Length), 1), 1L)));
        list.Add("diag_embed", d => Forms(d, [3], [0]).Select(x => New(x, Embed(x, 2), 2L)));
        list.Add("diagonal_scatter", d => Forms(d, [3, 4]).Select(x => (X: x, S: d.Real([3]))).Select(t => new Sample([t.X, t.S, 1L], Nd.From([3, 4], i => i[1] == i[0] + 1 ? t.S[i[0]] : t.X[i]))));
        list.Add("tril", d => Forms(d, [3, 4], [2, 2, 2], [0, 3]).SelectMany(x => new[] { New(x, Matrices.Part(x, (i, j) => j <= i)), New(x, Matrices.Part(x, (i, j) => j <= i - 1), -1L) }));
        list.Add("triu", d => Forms(d, [3, 4], [2, 2, 2], [0, 3]).SelectMany(x => new[] { New(x, Matrices.Part(x, (i, j) => j >= i)), New(x, Matrices.Part(x, (i, j) => j >= i + 1), 1L) }));
    }

    private static void Joining(CaseList list)
    {
        list.Add("cat concat concatenate", d => new (Nd A, Nd B, int Dim)[]
        {
            (d.Real([2, 3]), d.Real([1, 3]), 0), (d.Real([2, 3]), d.Real([2, 2]), 1), (d.Real([0]), d.Real([3]), 0), (d.Real([2, 0]), d.Real([2, 2]), 1),
        }.SelectMany(t => new[] { new Sample([new[] { t.A, t.B, t.A }, (long)t.Dim], Cat(Cat(t.A, t.B, t.Dim), t.A, t.Dim)) }.Concat(t.Dim == 0 ? [new([new[] { t.A, t.B }], Cat(t.A, t.B, 0))] : [])));
        list.Add("stack", d => Couples(d, [2, 3], [0], [], [1]).SelectMany(t => new Sample[]
        {
            new([new[] { t.A, t.B }], Cat(t.A.Reshape([1, .. t.A.Shape]), t.B.Reshape([1, .. t.A.Shape]), 0)),
            new([new[] { t.A, t.B }, -1L], Cat(t.A.Reshape([.. t.A.Shape, 1]), t.B.Reshape([.. t.A.Shape, 1]), t.A.Rank)),
        }));
        list.Add("hstack", d => Couples(d, [2, 3], [3], [0]).Select(t => new Sample([new[] { t.A, t.B }], Cat(t.A, t.B, t.A.Rank - 1))));
        list.Add("vstack row_stack", d => Couples(d, [2, 3], [3]).Select(t => new Sample([new[] { t.A, t.B }], t.A.Rank == 2 ? Cat(t.A, t.B, 0) : Cat(t.A.Reshape(1, 3), t.B.Reshape(1, 3), 0))));
        list.Add("column_stack", d => Couples(d, [2, 3], [3]).Select(t => new Sample([new[] { t.A, t.B }], t.A.Rank == 2 ? Cat(t.A, t.B, 1) : Cat(t.A.Reshape(3, 1), t.B.Reshape(3, 1), 1))));
        list.Add("dstack", d => Couples(d, [2, 3], [3]).Select(t => new Sample([new[] { t.A, t.B }], t.A.Rank == 2
            ? Cat(t.A.Reshape(2, 3, 1), t.B.Reshape(2, 3, 1), 2) : Cat(t.A.Reshape(1, 3, 1), t.B.Reshape(1, 3, 1), 2))));
        list.Add("block_diag", d => [new([new[] { d.Real([2, 3]) is var a ? a : a, d.Real([1, 2]) is var b ? b : b }], Nd.From([3, 5], i => i[0] < 2 && i[1] < 3 ? a[i] : i[0] == 2 && i[1] > 2 ? b[0, i[1] - 3] : 0))]);
        list.Add("cartesian_prod", d => [new([new[] { d.Real([2]) is var a ? a : a, d.Real([3]) is var b ? b : b }], Nd.From([6, 2], i => i[1] == 0 ? a[i[0] / 3] : b[i[0] % 3]))]);
        list.Add("meshgrid.indexing", d => [.. new[] { "ij", "xy" }.Select(order =>
        {
            var (a, b) = (d.Real([2]), d.Real([3]));
            long[] shape = order == "ij" ? [2, 3] : [3, 2];
            return new Sample([new[] { a, b }, order], [Nd.From(shape, i => a[order == "ij" ? i[0] : i[1]]), Nd.From(shape, i => b[order == "ij" ? i[1] : i[0]])]);
        })]);
        list.Add("combinations", d =>
        [
            new([d.Real([3]) is var x ? x : x], Nd.From([3, 2], i => x[i[1] == 0 ? i[0] == 2 ? 1 : 0 : i[0] == 0 ? 1 : 2])),
            new([d.Real([2]) is var y ? y : y, 2L, true], Nd.From([3, 2], i => y[(i[0] + i[1]) / 2])),
        ]);
    }

    private static void Spreading(CaseList list)
    {
        list.Add("expand broadcast_to", d => Forms(d, [1, 3], [2, 1]).Select(x => New(x, Nd.From([2, 2, 3], x.At), new long[] { 2, 2, 3 })).Append(New(d.Real([]) is var n ? n : n, Nd.From([2], _ => n[[]]), new long[] { 2 })));
        list.Add("expand_as", d => Forms(d, [1, 3], [2, 1]).Select(x => new Sample([x, d.Real([2, 2, 3]).Fixed()], Nd.From([2, 2, 3], x.At))));
        list.Add("repeat tile", d => Forms(d, [2, 3], [0, 2], [1, 1]).Select(x => New(x, Nd.From([2, x.Shape[0], x.Shape[1] * 3], i => x[i[1], i[2] % x.Shape[1]]), new long[] { 2, 1, 3 })));
        list.Add("repeat_interleave.self_int", d => Forms(d, [2, 3], [3, 1]).SelectMany(x => new[]
        {
            New(x, Nd.From([x.Data.Length * 2], i => x.Data[i[0] / 2]), 2L), New(x, Nd.From([x.Shape[0], x.Shape[1] * 2], i => x[i[0], i[1] / 2]), 2L, 1L),
        }));
        list.Add("repeat_interleave.self_Tensor", d => Forms(d, [2, 3]).Select(x => new Sample([x, Nd.Integers(2, 1), 0L], Nd.From([3, 3], i => x[i[0] / 2, i[1]]))));
        list.Add("unfold", d => Forms(d, [7], [2, 5]).Select(x => New(x, Nd.From([.. x.Shape[..^1], (x.Shape[^1] - 3) / 2 + 1, 3], i => x[[.. i[..^2], i[^2] * 2 + i[^1]]]), -1L, 3L, 2L)));
        list.Add("as_strided", d => Forms(d, [3, 4]).Select(x => New(x, Nd.From([2, 3], i => x.Data[i[0] * 5 + i[1] * 2 + 1]), new long[] { 2, 3 }, new long[] { 5, 2 }, 1L) with { Dense = true }));
        // The backward pass of libtorch 1.13 fails here: it overwrites the powers that it needs.
        list.Add("vander", d => Forms(d, [3], [1]).SelectMany(x => new[]
        {
            New(x, Nd.From([x.Shape[0], 4], i => Math.Pow(x[i[0]], 3 - i[1])), 4L), New(x, Nd.From([x.Shape[0], 2], i => Math.Pow(x[i[0]], i[1])), 2L, true),
            New(x, Nd.From([x.Shape[0], x.Shape[0]], i => Math.Pow(x[i[0]], x.Shape[0] - 1 - i[1]))),
        }).Select(sample => sample with { Gradient = false }));
        list.Add("linalg_vander", d => Forms(d, [3]).SelectMany(x => new[] { New(x, Nd.From([3, 3], i => Math.Pow(x[i[0]], i[1]))), New(x, Nd.From([3, 4], i => Math.Pow(x[i[0]], i[1])), 4L) }));
        list.Add("one_hot", d => [.. Forms(s => d.Int(s, 0, 3), [2, 3], [0], []).Select(x => new Sample([x, 4L], Nd.From([.. x.Shape, 4], i => x[i[..^1]] == i[^1] ? 1 : 0).As(ScalarType.Int64)) { Gradient = false })]);
    }

    private static Sample New(Nd x, Nd? expected, params object?[] more) => new([x, .. more], expected ?? x);

    private static Sample Squeezed(Nd x, Nd expected, long? dim, string mark) =>
        new([x], expected) { Call = a => mark.Length == 0 ? ((Tensor)a[0]!).squeeze(dim) : ((Tensor)a[0]!).squeeze_(dim) };

    private static IEnumerable<Nd> Forms(Draw d, params long[][] shapes) => Forms(s => d.Real(s), shapes);

    private static IEnumerable<Nd> Forms(Func<long[], Nd> make, params long[][] shapes) => [.. shapes.Select(make)];

    private static IEnumerable<(Nd A, Nd B)> Couples(Draw d, params long[][] shapes) => [.. shapes.Select(s => (d.Real(s), d.Real(s)))];

    private static Nd Flip(Nd x, int dim) => Nd.From(x.Shape, i => x[Nd.With(i, dim, x.Shape[dim] - 1 - i[dim])]);

    private static Nd Roll(Nd x, int dim, long by)
    {
        var n = x.Shape[dim];
        return Nd.From(x.Shape, i => x[Nd.With(i, dim, ((i[dim] - by) % n + n) % n)]);
    }

    private static Nd Shift(Nd x, int sign)
    {
        for (var dim = 0; dim < x.Rank; dim++) x = Roll(x, dim, sign * (x.Shape[dim] / 2));
        return x;
    }

    private static Nd Cat(Nd a, Nd b, int dim)
    {
        long[] shape = [.. a.Shape];
        shape[dim] += b.Shape[dim];
        return Nd.From(shape, i => i[dim] < a.Shape[dim] ? a[i] : b[Nd.With(i, dim, i[dim] - a.Shape[dim])]);
    }

    private static Nd Embed(Nd x, int offset)
    {
        var n = x.Shape[0] + Math.Abs(offset);
        return Nd.From([n, n], i => i[1] == i[0] + offset ? x[Math.Min(i[0], i[1])] : 0);
    }

    /// <summary>The elements with j = i + offset, i along the first dimension and j along the second, in a new last dimension.</summary>
    private static Nd Diagonal(Nd x, int offset, int first, int second)
    {
        var (rows, columns) = (x.Shape[first], x.Shape[second]);
        var length = offset >= 0 ? Math.Min(rows, columns - offset) : Math.Min(rows + offset, columns);
        long[] rest = [.. Enumerable.Range(0, x.Rank).Where(d => d != first && d != second).Select(d => (long)d)];
        return Nd.From([.. rest.Select(d => x.Shape[d]), length], i =>
        {
            var index = new long[x.Rank];
            for (var k = 0; k < rest.Length; k++) index[rest[k]] = i[k];
            (index[first], index[second]) = (i[^1] + Math.Max(0, -offset), i[^1] + Math.Max(0, offset));
            return x[index];
        });
    }
}
