namespace Lectern.Torch.Tests.Operators;

/// <summary>Seeded inputs. Real numbers keep a distance of 0.02 from all multiples of 0.5, where functions such as floor have their kinks.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A scalar, nothing, one element, and two shapes of random sizes, one of them with a dimension of size 1.</summary>
    public long[][] Shapes => [[], [0], [1], [Size(), Size()], [2, 0, 3], [Size(), 1, Size()]];

    /// <summary>Shapes that broadcast against each other.</summary>
    public (long[] A, long[] B)[] Pairs { get; } =
    [
        ([], []), ([3], []), ([], [2, 2]), ([0], [1]), ([1], [1]), ([2, 3], [2, 3]), ([2, 3], [3]), ([2, 1], [1, 3]), ([2, 0], [0]), ([2, 1, 2], [3, 1]),
    ];

    public long Size() => _random.Next(2, 5);

    public int Int(int low, int high) => _random.Next(low, high);

    public double Value(double low = -2.4, double high = 2.4)
    {
        double value;
        do value = low + (high - low) * _random.NextDouble();
        while (Math.Abs(value * 2 - Math.Round(value * 2)) < 0.04);
        return value;
    }

    public Nd Real(long[] shape, double low = -2.4, double high = 2.4) => Nd.From(shape, _ => Value(low, high));

    public Nd Complex(params long[] shape) => Nd.From(shape, _ => new System.Numerics.Complex(Value(), Value()));

    public Nd Int(long[] shape, int low, int high) => Nd.From(shape, _ => _random.Next(low, high), ScalarType.Int64);

    public Nd Bool(params long[] shape) => Nd.From(shape, _ => _random.Next(2), ScalarType.Bool);

    /// <summary>Numbers of which no two are closer than 0.2.</summary>
    public Nd Distinct(params long[] shape)
    {
        var order = Enumerable.Range(0, Nd.Count(shape)).ToArray();
        _random.Shuffle(order);
        return new Nd(shape, [.. order.Select(i => (i - order.Length / 2.0) * 0.3 + 0.01 + 0.1 * _random.NextDouble())]);
    }

    /// <summary>Two tensors whose elements all satisfy a condition when broadcast against each other.</summary>
    public (Nd A, Nd B) Pair((long[] A, long[] B) shapes, (double Low, double High) a, (double Low, double High) b, Func<double, double, bool> fits)
    {
        while (true)
        {
            var (left, right) = (Real(shapes.A, a.Low, a.High), Real(shapes.B, b.Low, b.High));
            if (Nd.Zip(left, right, (x, y) => fits(x, y) ? 0 : 1).Data.Sum() == 0) return (left, right);
        }
    }

    /// <summary>A symmetric matrix whose eigenvalues are at least 1.</summary>
    public Nd Positive(long size) => Matrices.Positive(Real([size, size], -1, 1));

    /// <summary>A matrix far from singular, each batch element for itself.</summary>
    public Nd Regular(params long[] shape) => Nd.From(shape, i => Value(-1, 1) + (i[^1] == i[^2] ? 3 + i[^1] : 0));

    public long[] Permutation(int count)
    {
        long[] order = [.. Enumerable.Range(0, count).Select(i => (long)i)];
        _random.Shuffle(order);
        return order;
    }
}
