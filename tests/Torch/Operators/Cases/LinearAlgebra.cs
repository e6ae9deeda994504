using System.Numerics;

namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>Factorizations by the identities that define them; determinants by expansion, inverses by elimination.</summary>
internal static class LinearAlgebra
{
    /// <summary>Iterative algorithms on matrices with a condition below 100.</summary>
    private const double Loose = 1e-10;

    public static CaseList Cases()
    {
        var list = new CaseList("LinearAlgebra");
        Direct(list);
        Solving(list);
        Factors(list);
        Spectra(list);
        Symmetric(list);
        Norms(list);
        return list;
    }

    private static IEnumerable<Nd> Squares(Draw d) => [d.Regular(3, 3), d.Regular(1, 1), d.Regular(2, 3, 3)];

    private static void Direct(CaseList list)
    {
        list.Add("inverse linalg_inv", d => Squares(d).Append(d.Real([0, 0])).Select(a => new Sample([a], Each(a, Matrices.Inverse)) { Tolerance = Loose }));
        list.Add("linalg_inv_ex", d => Squares(d).Select(a => new Sample([a], [Each(a, Matrices.Inverse), Zeros(a.Shape[..^2])]) { Tolerance = Loose }));
        list.Add("det linalg_det", d => Squares(d).Append(d.Real([0, 0])).Select(a => new Sample([a], Numbers(a, Matrices.Determinant)) { Gradient = a.Data.Length > 0 }));
        list.Add("slogdet linalg_slogdet", d => Squares(d).Select(a => new Sample([a], [Numbers(a, m => Math.Sign(Matrices.Determinant(m))), Numbers(a, m => Math.Log(Math.Abs(Matrices.Determinant(m))))])));
        list.Add("logdet", d => [new([d.Positive(3) is var a ? a : a], Nd.Number(Math.Log(Matrices.Determinant(a))))]);
        list.Add("matrix_power", d => Squares(d).SelectMany(a => new Sample[]
        {
            new([a, 3L], Matrices.Multiply(a, Matrices.Multiply(a, a))),
            new([a, 0L], Matrices.Identity(a.Shape)) { Gradient = false },
            new([a, -1L], Each(a, Matrices.Inverse)) { Tolerance = Loose },
        }));
        list.Add("matrix_exp linalg_matrix_exp", d => [.. new[] { d.Real([3, 3], -1, 1), d.Real([2, 2, 2], -1, 1), d.Real([1, 1]) }.Select(a => new Sample([a], Each(a, Matrices.Exponential)) { Tolerance = Loose })]);
        list.Add("linalg_tensorinv", d => [new([d.Regular(6, 6).Reshape(2, 3, 6) is var a ? a : a, 2L], Matrices.Inverse(a.Reshape(6, 6)).Reshape(6, 2, 3)) { Tolerance = Loose }]);
        list.Add("linalg_tensorsolve", d => [new([d.Regular(6, 6).Reshape(2, 3, 6) is var a ? a : a, d.Real([2, 3]) is var b ? b : b, Array.Empty<long>()], Matrices.Multiply(Matrices.Inverse(a.Reshape(6, 6)), b.Reshape(6, 1)).Reshape(6)) { Tolerance = Loose }]);
        list.Add("linalg_pinv.atol_rtol_float", d => [.. Pseudo(d).Select(a => new Sample([a], PseudoInverse(a)) { Tolerance = Loose })]);
        list.Add("linalg_pinv.atol_rtol_tensor", d => [.. Pseudo(d).Select(a => new Sample([a, Nd.Number(1e-9).Fixed()], PseudoInverse(a)) { Tolerance = Loose })]);
        list.Add("linalg_matrix_rank.atol_rtol_float", d => [.. Ranks(d).Select(t => new Sample([t.A], Nd.Number(t.Rank, ScalarType.Int64)) { Gradient = false }), new([d.Positive(3) is var p ? p : p, 1e-9, 1e-9, true], Nd.Number(3, ScalarType.Int64)) { Gradient = false }]);
        list.Add("linalg_matrix_rank.atol_rtol_tensor", d => [.. Ranks(d).Select(t => new Sample([t.A, Nd.Number(1e-9)], Nd.Number(t.Rank, ScalarType.Int64)) { Gradient = false })]);
    }

    private static void Solving(CaseList list)
    {
        IEnumerable<(Nd A, Nd B)> Systems(Draw d) => [(d.Regular(3, 3), d.Real([3, 2])), (d.Regular(1, 1), d.Real([1, 1])), (d.Regular(2, 3, 3), d.Real([2, 3, 2]))];
        list.Add("linalg_solve", d => Systems(d).SelectMany(t => new Sample[]
        {
            new([t.A, t.B], Matrices.Multiply(Each(t.A, Matrices.Inverse), t.B)) { Tolerance = Loose },
            new([t.A, Matrices.Transpose(t.B), false], Matrices.Multiply(Matrices.Transpose(t.B), Each(t.A, Matrices.Inverse))) { Tolerance = Loose },
        }));
        list.Add("linalg_solve_ex", d => Systems(d).Select(t => new Sample([t.A, t.B], [Matrices.Multiply(Each(t.A, Matrices.Inverse), t.B), Zeros(t.A.Shape[..^2])]) { Tolerance = Loose }));
        list.Add("cholesky_solve", d => [.. new[] { false, true }.Select(upper =>
        {
            var (l, b) = (Matrices.Part(d.Regular(3, 3), (i, j) => upper ? j >= i : j <= i), d.Real([3, 2]));
            var a = upper ? Matrices.Multiply(Matrices.Transpose(l), l) : Matrices.Multiply(l, Matrices.Transpose(l));
            return new Sample([b, l.Fixed(), upper], Matrices.Multiply(Matrices.Inverse(a), b)) { Tolerance = Loose };
        })]);
        list.Add("cholesky_inverse", d => [.. new[] { false, true }.Select(upper =>
        {
            var l = Matrices.Part(d.Regular(3, 3), (i, j) => upper ? j >= i : j <= i);
            return new Sample([l, upper], Matrices.Inverse(upper ? Matrices.Multiply(Matrices.Transpose(l), l) : Matrices.Multiply(l, Matrices.Transpose(l)))) { Tolerance = Loose, Through = x => upper ? x.triu() : x.tril() };
        })]);
        list.Add("linalg_lstsq", d => [.. new (Nd A, Nd B)[] { (d.Real([4, 2]), d.Real([4, 3])), (d.Real([3, 3]), d.Real([3, 1])) }.SelectMany(t =>
        {
            var solution = Matrices.Multiply(PseudoInverse(t.A), t.B);
            Func<Nd[], IEnumerable<(Nd, Nd)>> check = r => [(solution, r[0]), (Nd.Number(t.A.Shape[1], ScalarType.Int64), r[2])];
            return new Sample[] { new([t.A, t.B], solution) { Check = check, Tolerance = Loose, Smooth = [0] }, new([t.A, t.B, 1e-12], solution) { Check = check, Tolerance = Loose, Smooth = [0] } };
        })]);
        list.Add("lu_solve", d => [Packed(d) is var (a, lu, pivots) && d.Real([3, 2]) is var b ? new([b, lu, pivots], Matrices.Multiply(Matrices.Inverse(a), b)) { Tolerance = Loose } : null!]);
        list.Add("linalg_ldl_solve", d => [d.Real([3, 3]) is var x && Matrices.Part(x, (i, j) => j < i) is var l && d.Real([3], 1, 2) is var diagonal && d.Real([3, 2]) is var b
            ? new(
                [Nd.Zip(l, Matrices.Diagonal(diagonal), (u, v) => u + v), Pivots(1, 2, 3), b],
                Matrices.Multiply(Matrices.Inverse(Congruence(Unit(l), Matrices.Diagonal(diagonal))), b)) { Tolerance = Loose, Gradient = false }
            : null!]);
    }

    private static void Factors(CaseList list)
    {
        Func<Draw, IEnumerable<Sample>> cholesky = d => [.. new[] { d.Positive(3), d.Positive(1), d.Positive(0) }.Select(a => new Sample([a], a)
        {
            Check = r => [(a, Matrices.Multiply(r[0], Matrices.Transpose(r[0]))), (r[0], Matrices.Part(r[0], (i, j) => j <= i)), (r[0], Nd.From(a.Shape, i => i[0] == i[1] ? Math.Abs(r[0][i]) : r[0][i]))],
            Gradient = a.Data.Length > 0,
            Through = x => x.add(x.transpose(-2, -1)).div(2),
        })];
        list.Add("cholesky linalg_cholesky", cholesky);
        list.Add("linalg_cholesky_ex", d => cholesky(d).Select(s => s with { Smooth = [0] }));
        list.Add("linalg_lu", d => [.. new[] { d.Real([3, 3]), d.Real([2, 3]), d.Real([3, 2]) }.Select(a => new Sample([a], a)
        {
            Check = r => [(a, Matrices.Multiply(r[0], Matrices.Multiply(r[1], r[2]))), (Unit(Matrices.Part(r[1], (i, j) => j < i)), r[1]), (Matrices.Part(r[2], (i, j) => j >= i), r[2]), (Matrices.Identity(r[0].Shape), Matrices.Multiply(r[0], Matrices.Transpose(r[0])))],
            Smooth = [1, 2],
        })]);
        list.Add("linalg_lu_factor", d => [.. new[] { d.Real([3, 3]), d.Real([2, 3]) }.Select(a => new Sample([a], a) { Check = r => [(a, Unpacked(r[0], r[1]))], Smooth = [0] })]);
        list.Add("lu_unpack", d => [Packed(d) is var (a, lu, pivots) ? new([lu, pivots], a)
        {
            Check = r => [(a, Matrices.Multiply(r[0], Matrices.Multiply(r[1], r[2]))), (Unit(Matrices.Part(lu, (i, j) => j < i)), r[1]), (Matrices.Part(lu, (i, j) => j >= i), r[2])],
            Smooth = [1, 2],
        } : null!]);
        list.Add("linalg_ldl_factor", d => [Indefinite(d)]);
        list.Add("linalg_ldl_factor_ex", d => [Indefinite(d)]);
        list.Add("geqrf", d => [.. new[] { d.Real([3, 3]), d.Real([4, 2]) }.Select(a => new Sample([a], a)
        {
            Check = r => [(a, Matrices.Multiply(Reflectors(r[0], r[1]), Matrices.Part(r[0], (i, j) => j >= i)))],
            Gradient = false,
        })]);
        Func<Draw, IEnumerable<Sample>> product = d => [d.Real([4, 2]) is var a && d.Real([2], 0.5, 1.5) is var tau ? new([a, tau], Nd.From([4, 2], i => Reflectors(a, tau)[i])) : null!];
        list.Add("orgqr linalg_householder_product", product);
        list.Add("ormqr", d => [.. new (bool Left, bool Turn)[] { (true, false), (true, true), (false, false) }.Select(form =>
        {
            var (a, tau, c) = (d.Real([3, 3]), d.Real([3], 0.5, 1.5), d.Real([3, 3]));
            var q = Reflectors(a, tau);
            var side = form.Turn ? Matrices.Transpose(q) : q;
            return new Sample([a, tau, c, form.Left, form.Turn], form.Left ? Matrices.Multiply(side, c) : Matrices.Multiply(c, side)) { Gradient = false };
        })]);
    }

    private static void Spectra(CaseList list)
    {
        list.Add("linalg_eig", d => [.. new[] { d.Regular(3, 3), d.Real([2, 2]), d.Regular(1, 1) }.Select(a => new Sample([a], a)
        {
            Check = r =>
            {
                var n = a.Shape[0];
                var left = Nd.From([n, n], i => Sum(n, k => a[i[0], k] * r[1].ComplexAt(k, i[1])));
                var right = Nd.From([n, n], i => r[1].ComplexAt(i) * r[0].ComplexAt(i[1]));
                return [(left, right), (Nd.OfComplex([], [a.Data.Where((_, k) => k % (n + 1) == 0).Sum()]), Nd.OfComplex([], [Sum(n, k => r[0].ComplexAt(k))])), (Norms(r[1]), Nd.From([n], _ => 1))];
            },
            Tolerance = Loose,
            Smooth = [0],
        })]);
        list.Add("linalg_eigvals", d => [.. new[] { d.Regular(3, 3), d.Regular(1, 1) }.Select(a => new Sample([a], a)
        {
            Check = r => Enumerable.Range(0, (int)a.Shape[0]).Select(k => (Nd.OfComplex([], [0]), Nd.OfComplex([], [Characteristic(a, r[0].ComplexAt(k))]))),
            Tolerance = 1e-8,
        })]);
        list.Add("linalg_svd", d => [.. new[] { d.Real([3, 3]), d.Real([4, 2]), d.Real([2, 3]) }.SelectMany(a => new[] { true, false }.Select(full => new Sample([a, full], a)
        {
            Check = r =>
            {
                var (m, n, k) = (a.Shape[0], a.Shape[1], Math.Min(a.Shape[0], a.Shape[1]));
                Assert.Equal([m, full ? m : k], r[0].Shape);
                Assert.True(r[1].Data.SequenceEqual(r[1].Data.OrderDescending()) && r[1].Data.All(s => s >= 0));
                var s = Nd.From([r[0].Shape[1], r[2].Shape[0]], i => i[0] == i[1] ? r[1][i[0]] : 0);
                return [(a, Matrices.Multiply(r[0], Matrices.Multiply(s, r[2]))), (Matrices.Identity(r[0].Shape[1], r[0].Shape[1]), Matrices.Multiply(Matrices.Transpose(r[0]), r[0])),
                    (Matrices.Identity(r[2].Shape[0], r[2].Shape[0]), Matrices.Multiply(r[2], Matrices.Transpose(r[2])))];
            },
            Smooth = [1],
        }))]);
        list.Add("linalg_svdvals", d => [.. new[] { d.Real([3, 3]), d.Real([4, 2]) }.Select(a => new Sample([a], a)
        {
            Check = r => [(Nd.From([a.Shape[1]], i => 0), Nd.From([a.Shape[1]], i => Matrices.Determinant(Shifted(Matrices.Multiply(Matrices.Transpose(a), a), r[0][i[0]] * r[0][i[0]]))))],
            Tolerance = 1e-8,
        })]);
        list.Add("linalg_cond", d => [.. Pseudo(d).Where(a => a.Shape[0] == a.Shape[1]).Select(a => new Sample([a], Nd.Number(Condition(a))) { Tolerance = Loose })]);
        // The backward pass of libtorch 1.13 fails here: it overwrites the inverse that it needs.
        list.Add("linalg_cond.p_str", d => [d.Regular(3, 3) is var a ? new([a, "fro"], Nd.Number(Frobenius(a) * Frobenius(Matrices.Inverse(a)))) { Tolerance = Loose, Gradient = false } : null!]);
    }

    private static void Symmetric(CaseList list)
    {
        static Tensor Half(Tensor x) => x.add(x.transpose(-2, -1)).div(2);
        list.Add("linalg_eigh", d => [.. new[] { d.Positive(3), d.Positive(1), d.Positive(0) }.Select(a => new Sample([a], a)
        {
            Check = r => [(a, Matrices.Multiply(r[1], Matrices.Multiply(Matrices.Diagonal(r[0]), Matrices.Transpose(r[1])))), (Matrices.Identity(a.Shape), Matrices.Multiply(Matrices.Transpose(r[1]), r[1])), (new Nd(r[0].Shape, [.. r[0].Data.Order()]), r[0])],
            Smooth = [0], Through = Half, Gradient = a.Data.Length > 0,
        })]);
        list.Add("linalg_eigvalsh", d => [.. new[] { d.Positive(3), d.Positive(1) }.Select(a => new Sample([a], a)
        {
            Check = r => [(Nd.From(r[0].Shape, _ => 0), Nd.From(r[0].Shape, i => Matrices.Determinant(Shifted(a, r[0][i])))), (new Nd(r[0].Shape, [.. r[0].Data.Order()]), r[0])],
            Through = Half, Tolerance = 1e-8,
        })]);
        list.Add("linalg_qr", d => [.. new[] { d.Real([3, 3]), d.Real([4, 2]) }.Select(a => new Sample([a], a)
        {
            Check = r => [(a, Matrices.Multiply(r[0], r[1])), (Matrices.Identity(r[0].Shape[1], r[0].Shape[1]), Matrices.Multiply(Matrices.Transpose(r[0]), r[0])), (Matrices.Part(r[1], (i, j) => j >= i), r[1])],
        })]);
        list.Add("linalg_pinv", d => [.. Pseudo(d).Select(a => new Sample([a], PseudoInverse(a)) { Tolerance = Loose })]);
        list.Add("linalg_lu_factor_ex", d => [.. new[] { d.Real([3, 3]), d.Regular(2, 2) }.Select(a => new Sample([a], a) { Check = r => [(a, Unpacked(r[0], r[1]))], Smooth = [0], Call = Methods.Named(typeof(torch), "lu") })]);
        var (solve, triangular) = (Methods.Named(typeof(linalg), "lu_solve"), Methods.Named(typeof(linalg), "solve_triangular"));
        Sample Solved(Draw d, bool into) => Packed(d) is var (a, lu, pivots) && d.Real([3, 2]) is var b
            ? new(into ? [lu, pivots, b, true, false, b.Map(_ => 0)] : [lu, pivots, b], Matrices.Multiply(Matrices.Inverse(a), b)) { Tolerance = Loose, Call = solve, Gradient = !into } : null!;
        Sample Upper(Draw d, bool into) => d.Regular(3, 3) is var a && d.Real([3, 2]) is var b
            ? new(into ? [a, b, true, true, false, b.Map(_ => 0)] : [a, b, true], Matrices.Multiply(Matrices.Inverse(Matrices.Part(a, (i, j) => j >= i)), b)) { Tolerance = Loose, Call = triangular, Gradient = !into, Through = x => x.triu() } : null!;
        list.Add("linalg_lu_solve", d => [Solved(d, into: false)]);
        list.Add("linalg_lu_solve.out", d => [Solved(d, into: true)]);
        list.Add("linalg_solve_triangular", d => [Upper(d, into: false)]);
        list.Add("linalg_solve_triangular.out", d => [Upper(d, into: true)]);
    }

    private static void Norms(CaseList list)
    {
        list.Add("linalg_norm", d => [.. new long[][] { [3], [2, 3], [] }.Select(s => d.Real(s)).SelectMany(x => x.Rank == 2
            ? new Sample[] { new([x], Nd.Number(Frobenius(x))), new([x, new long[] { 1 }], x.Reduce([1], false, Length)), new([x, new long[] { 0 }, true], x.Reduce([0], true, Length)) }
            : [new([x], Nd.Number(Frobenius(x)))])]);
        list.Add("linalg_norm.ord_str", d => [new([d.Real([2, 3]) is var a ? a : a, "fro"], Nd.Number(Frobenius(a))), new([d.Positive(3) is var p ? p : p, "nuc"], Nd.Number(p.Data.Where((_, k) => k % 4 == 0).Sum())) { Tolerance = Loose }]);
        list.Add("linalg_matrix_norm.str_ord", d => [new([d.Real([2, 3]) is var a ? a : a], Nd.Number(Frobenius(a))), new([a, "fro", new long[] { 0, 1 }, true], Nd.Number(Frobenius(a)).Reshape(1, 1)), new([d.Positive(3) is var p ? p : p, "nuc"], Nd.Number(p.Data.Where((_, k) => k % 4 == 0).Sum())) { Tolerance = Loose }]);
    }

    private static IEnumerable<Nd> Pseudo(Draw d) => [d.Regular(3, 3), d.Real([4, 2]), d.Real([2, 4]), d.Regular(1, 1)];

    private static IEnumerable<(Nd A, int Rank)> Ranks(Draw d)
    {
        var (u, v) = (d.Real([4, 2]), d.Real([2, 3]));
        return [(Matrices.Multiply(u, v), 2), (d.Regular(3, 3), 3), (Nd.From([2, 2], _ => 0), 0)];
    }

    /// <summary>(AᵀA)⁻¹Aᵀ of a tall matrix, Aᵀ(AAᵀ)⁻¹ of a wide one.</summary>
    private static Nd PseudoInverse(Nd a)
    {
        var t = Matrices.Transpose(a);
        return a.Shape[0] >= a.Shape[1]
            ? Matrices.Multiply(Matrices.Inverse(Matrices.Multiply(t, a)), t)
            : Matrices.Multiply(t, Matrices.Inverse(Matrices.Multiply(a, t)));
    }

    private static Sample Indefinite(Draw d)
    {
        var a = Nd.Zip(d.Positive(3), Matrices.Diagonal(Nd.Of(4, 4, 4)), (x, y) => x + y);
        return new([a], a)
        {
            Check = r => [(a, Congruence(Unit(Matrices.Part(r[0], (i, j) => j < i)), Matrices.Part(r[0], (i, j) => i == j)))],
            Gradient = false,
        };
    }

    private static (Nd A, Nd Packed, Nd Pivots) Packed(Draw d)
    {
        var packed = d.Regular(3, 3);
        var pivots = Pivots(2, 3, 3);
        return (Unpacked(packed, pivots), packed, pivots);
    }

    private static Nd Pivots(params double[] rows) => new([rows.Length], rows, ScalarType.Int32);

    /// <summary>PLU, where row k was swapped with row pivots[k] − 1, in this order.</summary>
    private static Nd Unpacked(Nd packed, Nd pivots)
    {
        var (m, k) = (packed.Shape[0], pivots.Shape[0]);
        var l = Nd.From([m, k], i => i[0] == i[1] ? 1 : i[1] < i[0] ? packed[i] : 0);
        var u = Nd.From([k, packed.Shape[1]], i => i[1] >= i[0] ? packed[i] : 0);
        long[] rows = [.. Enumerable.Range(0, (int)m).Select(i => (long)i)];
        for (var i = (int)k - 1; i >= 0; i--) (rows[i], rows[(int)pivots[i] - 1]) = (rows[(int)pivots[i] - 1], rows[i]);
        var product = Matrices.Multiply(l, u);
        return Nd.From(product.Shape, i => product[rows[i[0]], i[1]]);
    }

    /// <summary>H₁H₂…, with Hᵢ = 1 − τᵢ v vᵀ, v below the diagonal of column i and 1 on it.</summary>
    private static Nd Reflectors(Nd a, Nd tau)
    {
        var m = a.Shape[0];
        var q = Matrices.Identity(m, m);
        for (var k = 0; k < tau.Shape[0]; k++)
        {
            var column = k;
            double V(long i) => i < column ? 0 : i == column ? 1 : a[i, column];
            q = Matrices.Multiply(q, Nd.From([m, m], i => (i[0] == i[1] ? 1 : 0) - tau[column] * V(i[0]) * V(i[1])));
        }

        return q;
    }

    private static Nd Unit(Nd lower) => Nd.From(lower.Shape, i => i[^1] == i[^2] ? 1 : lower[i]);

    private static Nd Congruence(Nd l, Nd d) => Matrices.Multiply(l, Matrices.Multiply(d, Matrices.Transpose(l)));

    private static Nd Shifted(Nd a, double by) => Nd.From(a.Shape, i => a[i] - (i[0] == i[1] ? by : 0));

    /// <summary>det(A − λ) for a complex λ and n of 1 or 3, by the rule of Sarrus.</summary>
    private static Complex Characteristic(Nd a, Complex value)
    {
        Complex At(long i, long j) => a[i, j] - (i == j ? value : 0);
        if (a.Shape[0] == 1) return At(0, 0);
        var sum = Complex.Zero;
        for (var k = 0; k < 3; k++)
            sum += At(0, k) * (At(1, (k + 1) % 3) * At(2, (k + 2) % 3) - At(1, (k + 2) % 3) * At(2, (k + 1) % 3));
        return sum;
    }

    /// <summary>σ₁/σₙ, with the largest singular values of A and its inverse by power iteration.</summary>
    private static double Condition(Nd a) => Largest(a) * Largest(Matrices.Inverse(a));

    private static double Largest(Nd a)
    {
        var square = Matrices.Multiply(Matrices.Transpose(a), a);
        var v = Nd.From([a.Shape[1], 1], i => 1 + 0.1 * i[0]);
        var value = 0.0;
        for (var k = 0; k < 2000; k++)
        {
            v = Matrices.Multiply(square, v);
            value = Frobenius(v);
            v = v.Map(x => x / value);
        }

        return Math.Sqrt(value);
    }

    private static Nd Each(Nd a, Func<Nd, Nd> f)
    {
        if (a.Rank == 2) return f(a);
        var (rows, columns) = (a.Shape[^2], a.Shape[^1]);
        Nd[] parts = [.. a.Data.Chunk((int)(rows * columns)).Select(part => f(new Nd([rows, columns], part)))];
        return new Nd([.. a.Shape[..^2], .. parts[0].Shape], [.. parts.SelectMany(p => p.Data)]);
    }

    private static Nd Numbers(Nd a, Func<Nd, double> f)
    {
        var all = Each(a, m => Nd.Number(f(m)).Reshape(1, 1));
        return all.Reshape(a.Shape[..^2]);
    }

    private static Nd Norms(Nd columns) => Nd.From([columns.Shape[1]], i => Math.Sqrt(Enumerable.Range(0, (int)columns.Shape[0]).Sum(k => Math.Pow(columns.ComplexAt(k, i[0]).Magnitude, 2))));

    private static Complex Sum(long count, Func<long, Complex> f)
    {
        var sum = Complex.Zero;
        for (long k = 0; k < count; k++) sum += f(k);
        return sum;
    }

    private static Nd Zeros(long[] shape) => Nd.From(shape, _ => 0).As(ScalarType.Int32);

    private static double Length(double[] x) => Math.Sqrt(x.Sum(v => v * v));

    private static double Frobenius(Nd a) => Length(a.Data);
}
