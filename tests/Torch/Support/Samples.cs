namespace Lectern.Torch.Tests.Support;

/// <summary>Numbers that repeat, in C# and as tensors on the device of the tests.</summary>
internal static class Samples
{
    /// <summary>Uniform in (−2, 2).</summary>
    public static double[] Of(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 4 * random.NextDouble() - 2)];
    }

    public static Tensor Tensor(int seed, params long[] shape) => Tensor(Of((int)shape.Aggregate(1L, (a, b) => a * b), seed), shape);

    public static Tensor Tensor(double[] items, params long[] shape) => tensor(items, shape, device: TestDevice.Current);

    public static Tensor Tensor(long[] items, params long[] shape) => tensor(items, shape, device: TestDevice.Current);

    public static double[] Items(this Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64, CPU).reshape(-1).data<double>().ToArray();
    }
}
