namespace TorchSharp;

public static partial class torch
{
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amax(dims, keepdim, @out);
    public static Tensor amax(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => input.amax(dims, keepdim, @out);
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amin(dims, keepdim, @out);
    public static Tensor amin(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => input.amin(dims, keepdim, @out);
    [Aten("sum.dim_IntList", "input, [dim], keepdim, type")] public static partial Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null);
    [Aten("logsumexp", "input, [dim], keepdim")] public static partial Tensor logsumexp(Tensor input, long dim, bool keepdim = false);
    public static Tensor nanmean(Tensor input, int? dim = null, bool keepdim = false, ScalarType? dtype = null) => input.nanmean(dim, keepdim, dtype);
    [Aten("norm.Scalar", "input, p")] public static partial Tensor norm(Tensor input, float p = 2);
    [Aten("norm.ScalarOpt_dim", "input, p, [dimension], keepdim")] public static partial Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2);
    [Aten("histc", "input, bins, min, max")] public static partial Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0);

    public partial class Tensor
    {
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => amax((ReadOnlySpan<long>)dims, keepdim, @out);
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => @out is null ? Amax(dims, keepdim) : Filled(@out, Amax(dims, keepdim, @out));
        [Aten("amax", "this, dims, keepdim")] private partial Tensor Amax(ReadOnlySpan<long> dims, bool keepdim);
        [Aten("amax.out", "this, dims, keepdim, into")] private partial Tensor Amax(ReadOnlySpan<long> dims, bool keepdim, Tensor into);
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => amin((ReadOnlySpan<long>)dims, keepdim, @out);
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => @out is null ? Amin(dims, keepdim) : Filled(@out, Amin(dims, keepdim, @out));
        [Aten("amin", "this, dims, keepdim")] private partial Tensor Amin(ReadOnlySpan<long> dims, bool keepdim);
        [Aten("amin.out", "this, dims, keepdim, into")] private partial Tensor Amin(ReadOnlySpan<long> dims, bool keepdim, Tensor into);
        [Aten("sum.dim_IntList", "this, [dim], keepdim, type")] public partial Tensor sum(long dim, bool keepdim = false, ScalarType? type = null);
        [Aten("sum.dim_IntList", "this, [dim0, dim1], keepdim, type")] public partial Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null);
        [Aten("sum.dim_IntList", "this, [dim0, dim1, dim2], keepdim, type")] public partial Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null);
        [Aten("logsumexp", "this, [dim], keepdim")] public partial Tensor logsumexp(long dim, bool keepdim = false);
        [Aten("norm.Scalar", "this, p")] public partial Tensor norm(float p = 2);
        [Aten("norm.ScalarOpt_dim", "this, p, [dim], keepdim")] public partial Tensor norm(int dim, bool keepdim = false, float p = 2);
        [Aten("histc", "this, bins, min, max")] public partial Tensor histc(long bins = 100, long min = 0, long max = 0);
    }
}
