namespace Lectern.Torch.Tests.Operators;

/// <summary>Plain matrix arithmetic with loops. Leading dimensions are batches.</summary>
internal static class Matrices
{
    public static Nd Multiply(Nd a, Nd b)
    {
        var batch = Nd.Broadcast(a.Shape[..^2], b.Shape[..^2]);
        return Nd.From([.. batch, a.Shape[^2], b.Shape[^1]], i =>
        {
            var sum = 0.0;
            for (var k = 0; k < a.Shape[^1]; k++) sum += At(a, i, i[^2], k) * At(b, i, k, i[^1]);
            return sum;
        });
    }

    public static Nd Transpose(Nd a) => Nd.From([.. a.Shape[..^2], a.Shape[^1], a.Shape[^2]], i => a[[.. i[..^2], i[^1], i[^2]]]);

    public static Nd Identity(params long[] shape) => Nd.From(shape, i => i[^1] == i[^2] ? 1 : 0);

    public static Nd Positive(Nd a)
    {
        var square = Multiply(a, Transpose(a));
        return Nd.Zip(square, Identity(square.Shape), (x, y) => x + y);
    }

    public static Nd Diagonal(Nd values) => Nd.From([values.Shape[^1], values.Shape[^1]], i => i[0] == i[1] ? values[i[0]] : 0);

    public static Nd Part(Nd a, Func<long, long, bool> keep) => Nd.From(a.Shape, i => keep(i[^2], i[^1]) ? a[i] : 0);

    /// <summary>det A = Σ_j (−1)^j A₀ⱼ det(A without row 0 and column j).</summary>
    public static double Determinant(Nd a)
    {
        var n = a.Shape[0];
        if (n == 0) return 1;
        var sum = 0.0;
        for (var j = 0; j < n; j++)
        {
            var column = j;
            var minor = Nd.From([n - 1, n - 1], i => a[i[0] + 1, i[1] < column ? i[1] : i[1] + 1]);
            sum += (j % 2 == 0 ? 1 : -1) * a[0, j] * Determinant(minor);
        }

        return sum;
    }

    /// <summary>Gauss and Jordan with the largest pivot.</summary>
    public static Nd Inverse(Nd a)
    {
        var n = (int)a.Shape[0];
        var rows = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, 2 * n).Select(j => j < n ? a[i, j] : j - n == i ? 1.0 : 0).ToArray()).ToArray();
        for (var c = 0; c < n; c++)
        {
            var best = Enumerable.Range(c, n - c).MaxBy(r => Math.Abs(rows[r][c]));
            (rows[c], rows[best]) = (rows[best], rows[c]);
            var pivot = rows[c][c];
            for (var j = 0; j < 2 * n; j++) rows[c][j] /= pivot;
            for (var r = 0; r < n; r++)
            {
                if (r == c) continue;
                var factor = rows[r][c];
                for (var j = 0; j < 2 * n; j++) rows[r][j] -= factor * rows[c][j];
            }
        }

        return Nd.From([n, n], i => rows[i[0]][n + i[1]]);
    }

    /// <summary>e^A = Σ Aᵏ/k!, for small A.</summary>
    public static Nd Exponential(Nd a)
    {
        var (term, sum) = (Identity(a.Shape), Identity(a.Shape));
        for (var k = 1; k < 60; k++)
        {
            term = Multiply(term, a).Map(x => x / k);
            sum = Nd.Zip(sum, term, (x, y) => x + y);
        }

        return sum;
    }

    private static double At(Nd a, long[] index, long row, long column)
    {
        var skip = index.Length - a.Rank;
        long[] place = [.. Enumerable.Range(0, a.Rank - 2).Select(d => a.Shape[d] == 1 ? 0 : index[d + skip]), row, column];
        return a[place];
    }
}
