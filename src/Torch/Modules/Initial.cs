using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The first values of weights, with PyTorch's formulas and its order of random draws.</summary>
internal static class Initial
{
    /// <summary>He's uniform distribution with a = √5 for the weight, then ±1/√fan for the bias; see https://arxiv.org/abs/1502.01852.</summary>
    public static void Uniform(Tensor weight, Tensor? bias)
    {
        var shape = weight.shape;
        double fan = shape[1..].Aggregate(1L, (product, size) => product * size);
        if (fan == 0) return;
        var slope = Math.Sqrt(5);
        var bound = Math.Sqrt(3) * (Math.Sqrt(2 / (1 + slope * slope)) / Math.Sqrt(fan));
        using var mode = no_grad();
        _ = weight.uniform_(-bound, bound);
        if (bias is not null) _ = bias.uniform_(-1 / Math.Sqrt(fan), 1 / Math.Sqrt(fan));
    }

    /// <summary>A parameter uniform in ±<paramref name="bound"/>.</summary>
    public static Parameter Drawn(long[] shape, double bound, Device? device, ScalarType? dtype)
    {
        using var mode = no_grad();
        return new Parameter(empty(shape, dtype, device).uniform_(-bound, bound));
    }

    /// <summary>Uniform in ±√(6 / (in + out)); see https://proceedings.mlr.press/v9/glorot10a.html.</summary>
    public static void Glorot(Tensor weight)
    {
        var bound = Math.Sqrt(3) * GlorotDeviation(weight);
        using var mode = no_grad();
        _ = weight.uniform_(-bound, bound);
    }

    /// <summary>Normal with deviation √(2 / (in + out)).</summary>
    public static void GlorotNormal(Tensor weight)
    {
        using var mode = no_grad();
        _ = weight.normal_(0, GlorotDeviation(weight));
    }

    private static double GlorotDeviation(Tensor weight)
    {
        var shape = weight.shape;
        var field = shape[2..].Aggregate(1L, (product, size) => product * size);
        return Math.Sqrt(2.0 / ((shape[0] + shape[1]) * field));
    }
}
