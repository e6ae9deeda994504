namespace TorchSharp;

public static partial class torch
{
    [Aten("moveaxis.intlist", "input, [source.Item1, source.Item2], [destination.Item1, destination.Item2]")] public static partial Tensor moveaxis(Tensor input, (long, long) source, (long, long) destination);
    [Aten("roll", "input, [shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]")] public static partial Tensor roll(Tensor input, (long, long) shifts, (long, long) dims);
    [Aten("moveaxis.intlist", "input, [source.Item1, source.Item2, source.Item3], [destination.Item1, destination.Item2, destination.Item3]")] public static partial Tensor moveaxis(Tensor input, (long, long, long) source, (long, long, long) destination);
    [Aten("roll", "input, [shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]")] public static partial Tensor roll(Tensor input, (long, long, long) shifts, (long, long, long) dims);
    [Aten("moveaxis.intlist", "input, [source.Item1, source.Item2, source.Item3, source.Item4], [destination.Item1, destination.Item2, destination.Item3, destination.Item4]")] public static partial Tensor moveaxis(Tensor input, (long, long, long, long) source, (long, long, long, long) destination);
    [Aten("roll", "input, [shifts], dims is { } d ? [d] : []")] public static partial Tensor roll(Tensor input, long shifts, long? dims = null);
    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => input.rot90(k, dims);
    [Aten("unflatten.int", "input, Checks.Dimension(input, dim), sizes.Shape")] public static partial Tensor unflatten(Tensor input, long dim, Size sizes);
    public static Tensor take_along_dim(Tensor input, IEnumerable<long> indices, long dim = 0) => input.take_along_dim(indices, dim);

    public partial class Tensor
    {
        [Aten("roll", "this, [shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]")] public partial Tensor roll((long, long) shifts, (long, long) dims);
        [Aten("roll", "this, [shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]")] public partial Tensor roll((long, long, long) shifts, (long, long, long) dims);
        [Aten("roll", "this, [shifts], dims is { } d ? [d] : []")] public partial Tensor roll(long shifts, long? dims = null);
        [Aten("rot90", "this, k, dims is (var a, var b) ? [a, b] : [0, 1]")] public partial Tensor rot90(long k = 1, (long, long)? dims = null);
        [Aten("unflatten.int", "this, Checks.Dimension(this, dim), sizes.Shape")] public partial Tensor unflatten(long dim, Size sizes);
        [Aten("expand", "this, sizes.Shape, isImplicit")] public partial Tensor expand(Size sizes, bool isImplicit = false);
        [Aten("permute", "this, permutation.ToArray()")] public partial Tensor permute(IEnumerable<long> permutation);
    }
}
