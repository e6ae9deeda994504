using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Modules.Reference;

/// <summary>Repeatable numbers in [-1, 1), far enough from ties that a maximum does not change within a finite difference.</summary>
internal static class Repeatable
{
    public static double[] Of(int seed, params ReadOnlySpan<long> shape)
    {
        var count = Count(shape);
        var random = new Random(seed);
        var order = Enumerable.Range(0, count).ToArray();
        random.Shuffle(order);
        return [.. order.Select(place => 2 * (place + 0.2 + 0.6 * random.NextDouble()) / count - 1)];
    }

    public static Tensor Tensor(int seed, params ReadOnlySpan<long> shape) => On(Of(seed, shape), shape);

    public static Tensor On(double[] values, params ReadOnlySpan<long> shape) => tensor(values, shape, device: TestDevice.Current);

    public static double[] Read(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to(ScalarType.Float64, CPU).contiguous().data<double>().ToArray();
    }

    public static int Count(ReadOnlySpan<long> shape)
    {
        long count = 1;
        foreach (var size in shape) count *= size;
        return (int)count;
    }

    /// <summary>All indices of a shape, the last one fastest.</summary>
    public static IEnumerable<long[]> Indices(long[] shape)
    {
        var count = Count(shape);
        for (var flat = 0; flat < count; flat++)
        {
            var index = new long[shape.Length];
            var rest = (long)flat;
            for (var d = shape.Length - 1; d >= 0; d--) (rest, index[d]) = (rest / shape[d], rest % shape[d]);
            yield return index;
        }
    }

    public static int Flat(long[] shape, params ReadOnlySpan<long> index)
    {
        long flat = 0;
        for (var d = 0; d < shape.Length; d++) flat = flat * shape[d] + index[d];
        return (int)flat;
    }
}
