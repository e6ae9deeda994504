namespace Lectern.Implementations.Tests.Attention;

/// <summary>Equation (1) and its derivative in loops and doubles, for one head: rows are tokens.</summary>
internal static class PlainAttention
{
    public static double[,] Weights(double[,] Q, double[,] K, Func<int, int, bool>? mayLook = null)
    {
        var (T, S, D) = (Q.GetLength(0), K.GetLength(0), Q.GetLength(1));
        var weights = new double[T, S];
        for (var t = 0; t < T; t++)
        {
            var sum = 0.0;
            for (var s = 0; s < S; s++)
            {
                if (mayLook?.Invoke(t, s) == false) continue;
                var dot = 0.0;
                for (var d = 0; d < D; d++) dot += Q[t, d] * K[s, d];
                sum += weights[t, s] = Math.Exp(dot / Math.Sqrt(D));
            }

            for (var s = 0; s < S; s++) weights[t, s] /= sum;
        }

        return weights;
    }

    public static double[,] Forward(double[,] Q, double[,] K, double[,] V, Func<int, int, bool>? mayLook = null) =>
        Product(Weights(Q, K, mayLook), V);

    /// <summary>From dO, the derivative by the output: dV = Pᵀ dO, dP = dO Vᵀ, dS = P ∘ (dP − Σ P ∘ dP), dQ = dS K / √D, dK = dSᵀ Q / √D.</summary>
    public static (double[,] dQ, double[,] dK, double[,] dV) Backward(
        double[,] Q, double[,] K, double[,] V, double[,] dO, Func<int, int, bool>? mayLook = null)
    {
        var P = Weights(Q, K, mayLook);
        var dP = Product(dO, Transposed(V));
        var dS = new double[P.GetLength(0), P.GetLength(1)];
        for (var t = 0; t < P.GetLength(0); t++)
        {
            var mean = 0.0;
            for (var s = 0; s < P.GetLength(1); s++) mean += P[t, s] * dP[t, s];
            for (var s = 0; s < P.GetLength(1); s++) dS[t, s] = P[t, s] * (dP[t, s] - mean) / Math.Sqrt(Q.GetLength(1));
        }

        return (Product(dS, K), Product(Transposed(dS), Q), Product(Transposed(P), dO));
    }

    private static double[,] Product(double[,] a, double[,] b)
    {
        var c = new double[a.GetLength(0), b.GetLength(1)];
        for (var i = 0; i < c.GetLength(0); i++)
            for (var j = 0; j < c.GetLength(1); j++)
                for (var k = 0; k < b.GetLength(0); k++)
                    c[i, j] += a[i, k] * b[k, j];
        return c;
    }

    private static double[,] Transposed(double[,] a)
    {
        var b = new double[a.GetLength(1), a.GetLength(0)];
        for (var i = 0; i < b.GetLength(0); i++)
            for (var j = 0; j < b.GetLength(1); j++)
                b[i, j] = a[j, i];
        return b;
    }
}
