using Lectern.Torch.Tests.Modules.Reference;

namespace Lectern.Torch.Tests.Modules.Attention;

/// <summary>Attention on arrays, one query at a time.</summary>
internal static class PlainAttention
{
    /// <summary>softmax(q kᵀ / √d + bias) v for rows of q, k and v; <paramref name="bias"/> is -∞ where nothing is seen.</summary>
    public static (double[][] Output, double[][] Weights) Run(double[][] q, double[][] k, double[][] v, Func<int, int, double> bias)
    {
        var weights = q.Select((query, t) =>
        {
            var scores = k.Select((key, s) => query.Zip(key, (a, b) => a * b).Sum() / Math.Sqrt(query.Length) + bias(t, s)).ToArray();
            var powers = scores.Select(score => Math.Exp(score - scores.Max())).ToArray();
            return powers.Select(power => power / powers.Sum()).ToArray();
        }).ToArray();
        return ([.. weights.Select(row => Enumerable.Range(0, v[0].Length).Select(c => row.Zip(v, (weight, value) => weight * value[c]).Sum()).ToArray())], weights);
    }

    public static double[][] Linear(double[][] rows, double[] w, double[] b) =>
        [.. rows.Select(row => b.Select((start, o) => start + row.Select((x, i) => x * w[o * row.Length + i]).Sum()).ToArray())];

    /// <summary>All heads of one batch element, from the weights of a module under <paramref name="path"/>.</summary>
    public static (double[][] Output, double[][] Weights) Heads(
        double[][] query, double[][] key, double[][] value, Func<string, double[]> weight, string path, int heads, Func<int, int, int, double> bias)
    {
        var width = query[0].Length;
        var (all, bias3) = (weight(path + "in_proj_weight"), weight(path + "in_proj_bias"));
        double[][] Projected(double[][] rows, int which) =>
            Linear(rows, all[(which * width * width)..((which + 1) * width * width)], bias3[(which * width)..((which + 1) * width)]);
        var (q, k, v) = (Projected(query, 0), Projected(key, 1), Projected(value, 2));
        var d = width / heads;
        var parts = Enumerable.Range(0, heads).Select(h =>
        {
            double[][] Part(double[][] rows) => [.. rows.Select(row => row[(h * d)..((h + 1) * d)])];
            return Run(Part(q), Part(k), Part(v), (t, s) => bias(h, t, s));
        }).ToArray();
        double[][] joined = [.. query.Select((_, t) => parts.SelectMany(part => part.Output[t]).ToArray())];
        double[][] mean = [.. query.Select((_, t) => key.Select((_, s) => parts.Average(part => part.Weights[t][s])).ToArray())];
        return (Linear(joined, weight(path + "out_proj.weight"), weight(path + "out_proj.bias")), mean);
    }

    /// <summary>Element b of a batch (T, B, E).</summary>
    public static double[][] Rows(Tensor x, int b) => [.. Enumerable.Range(0, (int)x.size(0)).Select(t => Repeatable.Read(x[t, b]))];
}
