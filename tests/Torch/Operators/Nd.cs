using System.Numerics;
using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Operators;

/// <summary>Numbers in row order and their shape, in plain C#: what operators are checked against. Complex numbers keep their imaginary parts beside.</summary>
internal sealed class Nd
{
    public Nd(long[] shape, double[] data, ScalarType type = ScalarType.Float64, double[]? imaginary = null)
    {
        Assert.Equal(Count(shape), data.Length);
        (Shape, Data, Type, Imaginary) = (shape, data, type, imaginary);
    }

    public long[] Shape { get; }

    public double[] Data { get; }

    public double[]? Imaginary { get; }

    public ScalarType Type { get; }

    /// <summary>The gradient with respect to this input is checked.</summary>
    public bool Differentiable { get; private init; } = true;

    public int Rank => Shape.Length;

    public double this[params long[] index] => Data[Offset(Shape, index)];

    public static int Count(long[] shape) => (int)shape.Aggregate(1L, (a, b) => a * b);

    public static Nd Number(double value, ScalarType type = ScalarType.Float64) => new([], [value], type);

    public static Nd Of(params double[] data) => new([data.Length], data);

    public static Nd Integers(params double[] data) => new([data.Length], data, ScalarType.Int64);

    public static Nd From(long[] shape, Func<long[], double> value, ScalarType type = ScalarType.Float64) =>
        new(shape, [.. Indices(shape).Select(value)], type);

    public static Nd From(long[] shape, Func<long[], Complex> value)
    {
        Complex[] all = [.. Indices(shape).Select(value)];
        return OfComplex(shape, all);
    }

    public static Nd OfComplex(long[] shape, Complex[] all) =>
        new(shape, [.. all.Select(c => c.Real)], ScalarType.ComplexFloat64, [.. all.Select(c => c.Imaginary)]);

    public static Nd Zip(Nd a, Nd b, Func<double, double, double> f)
    {
        var shape = Broadcast(a.Shape, b.Shape);
        return From(shape, i => f(a.At(i), b.At(i)));
    }

    public static Nd Zip(Nd a, Nd b, Nd c, Func<double, double, double, double> f)
    {
        var shape = Broadcast(Broadcast(a.Shape, b.Shape), c.Shape);
        return From(shape, i => f(a.At(i), b.At(i), c.At(i)));
    }

    /// <summary>The element that broadcasting puts at <paramref name="index"/>.</summary>
    public double At(long[] index)
    {
        var skip = index.Length - Rank;
        return this[[.. Shape.Select((size, d) => size == 1 ? 0 : index[d + skip])]];
    }

    public Complex ComplexAt(params long[] index)
    {
        var offset = Offset(Shape, index);
        return new Complex(Data[offset], Imaginary?[offset] ?? 0);
    }

    public Nd As(ScalarType type) => new(Shape, Data, type, Imaginary) { Differentiable = Differentiable };

    public Nd Fixed() => new(Shape, Data, Type, Imaginary) { Differentiable = false };

    public Nd Map(Func<double, double> f) => new(Shape, [.. Data.Select(f)], Type);

    public Nd Reshape(params long[] shape) => new(shape, Data, Type, Imaginary);

    /// <summary>Without a dimension of size 1.</summary>
    public Nd Squeeze(long dim) => Reshape([.. Shape.Where((_, d) => d != (dim < 0 ? dim + Rank : dim))]);

    public Nd Permute(params int[] order)
    {
        var back = new long[Rank];
        return From([.. order.Select(d => Shape[d])], i =>
        {
            for (var d = 0; d < order.Length; d++) back[order[d]] = i[d];
            return this[back];
        }).As(Type);
    }

    /// <summary>Replaces every line along a dimension by what <paramref name="f"/> makes of it, which may have another length.</summary>
    public Nd Along(long dim, Func<double[], double[]> f, ScalarType? type = null)
    {
        if (Rank == 0) return new Nd([], f([Data[0]]), type ?? Type);
        var d = (int)(dim < 0 ? dim + Rank : dim);
        long[] outer = [.. Shape];
        outer[d] = 1;
        var lines = Indices(outer).ToDictionary(i => Key(i, d), i => f([.. Enumerable.Range(0, (int)Shape[d]).Select(k => this[With(i, d, k)])]));
        long[] shape = [.. Shape];
        shape[d] = lines.Count > 0 ? lines.First().Value.Length : f(new double[Shape[d]]).Length;
        return From(shape, i => lines[Key(i, d)][i[d]]).As(type ?? Type);
    }

    /// <summary>One number for all elements that differ only along the dimensions; all dimensions where none are named.</summary>
    public Nd Reduce(long[] dims, bool keep, Func<double[], double> f, ScalarType? type = null)
    {
        long[] over = dims.Length == 0 ? [.. Enumerable.Range(0, Rank).Select(d => (long)d)] : [.. dims.Select(d => d < 0 ? d + Rank : d)];
        long[] kept = [.. Shape.Select((size, d) => over.Contains(d) ? 1 : size)];
        long[] inner = [.. Shape.Select((size, d) => over.Contains(d) ? size : 1)];
        var all = From(kept, i => f([.. Indices(inner).Select(j => this[[.. i.Zip(j, (a, b) => a + b)]])]));
        return (keep ? all : all.Reshape([.. kept.Where((_, d) => !over.Contains(d))])).As(type ?? Type);
    }

    public static long[] Broadcast(long[] a, long[] b)
    {
        var rank = Math.Max(a.Length, b.Length);
        long Size(long[] s, int d) => d < rank - s.Length ? 1 : s[d - rank + s.Length];
        return [.. Enumerable.Range(0, rank).Select(d => Size(a, d) == 1 ? Size(b, d) : Size(a, d))];
    }

    public static IEnumerable<long[]> Indices(long[] shape)
    {
        var count = Count(shape);
        for (var flat = 0; flat < count; flat++)
        {
            var (index, rest) = (new long[shape.Length], (long)flat);
            for (var d = shape.Length - 1; d >= 0; d--) (rest, index[d]) = Math.DivRem(rest, shape[d]);
            yield return index;
        }
    }

    public static long[] With(long[] index, int dim, long value)
    {
        long[] copy = [.. index];
        copy[dim] = value;
        return copy;
    }

    public Tensor ToTensor()
    {
        if (Imaginary is null) return tensor(Data, Shape, Type, TestDevice.Current);
        return tensor([.. Data.Zip(Imaginary, (re, im) => new Complex(re, im))], Shape, Type, TestDevice.Current);
    }

    public static Nd Read(Tensor source)
    {
        using var scope = NewDisposeScope();
        if (!source.is_complex())
            return new Nd(source.shape, source.detach().to(ScalarType.Float64, CPU).data<double>().ToArray(), source.dtype);
        var numbers = source.detach().to(ScalarType.ComplexFloat64, CPU).resolve_conj().data<Complex>().ToArray();
        return new Nd(source.shape, [.. numbers.Select(c => c.Real)], source.dtype, [.. numbers.Select(c => c.Imaginary)]);
    }

    /// <summary>The worst of |actual − expected| / max(1, |expected|); NaN where one of them alone is NaN, or one alone infinite.</summary>
    public static double WorstError(Nd expected, Nd actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal(expected.Type, actual.Type);
        var worst = WorstError(expected.Data, actual.Data);
        return expected.Imaginary is null ? worst : Math.Max(worst, WorstError(expected.Imaginary, actual.Imaginary!));
    }

    private static double WorstError(double[] expected, double[] actual)
    {
        var worst = 0.0;
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i].Equals(actual[i]) || expected[i] == actual[i]) continue;
            worst = Math.Max(worst, Math.Abs(actual[i] - expected[i]) / Math.Max(1, Math.Abs(expected[i])));
        }

        return worst;
    }

    private static string Key(long[] index, int without) => string.Join(',', index.Where((_, d) => d != without));

    private static int Offset(long[] shape, long[] index)
    {
        var offset = 0L;
        for (var d = 0; d < shape.Length; d++) offset = offset * shape[d] + index[d];
        return (int)offset;
    }
}
