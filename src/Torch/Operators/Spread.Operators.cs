namespace TorchSharp;

public static partial class torch
{
    public static Tensor std(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std(dimensions, unbiased, keepdim, type);
    public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std(dimensions, unbiased, keepdim, type);
    public static Tensor std(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std(dimensions, unbiased, keepdim, type);
    public static Tensor std(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std(dimensions, unbiased, keepdim, type);
    public static Tensor var(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var(dimensions, unbiased, keepdim, type);
    public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var(dimensions, unbiased, keepdim, type);
    public static Tensor var(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var(dimensions, unbiased, keepdim, type);
    public static Tensor var(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var(dimensions, unbiased, keepdim, type);
    public static (Tensor, Tensor) std_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std_mean(dimensions, unbiased, keepdim, type);
    public static (Tensor, Tensor) std_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std_mean(dimensions, unbiased, keepdim, type);
    public static (Tensor, Tensor) std_mean(Tensor input, ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std_mean(dimensions, unbiased, keepdim, type);
    public static (Tensor, Tensor) std_mean(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std_mean(dimensions, unbiased, keepdim, type);
    public static (Tensor, Tensor) std_mean(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std_mean(dimensions, unbiased, keepdim, type);
    public static (Tensor, Tensor) var_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var_mean(dimensions, unbiased, keepdim, type);
    public static (Tensor, Tensor) var_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var_mean(dimensions, unbiased, keepdim, type);
    public static (Tensor, Tensor) var_mean(Tensor input, ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var_mean(dimensions, unbiased, keepdim, type);
    public static (Tensor, Tensor) var_mean(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var_mean(dimensions, unbiased, keepdim, type);
    public static (Tensor, Tensor) var_mean(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var_mean(dimensions, unbiased, keepdim, type);

    public partial class Tensor
    {
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std((ReadOnlySpan<long>)[dim], unbiased, keepdim, type);
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std((ReadOnlySpan<long>)dimensions, unbiased, keepdim, type);
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Std(this, dimensions, unbiased ? 1 : 0, keepdim, type);
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std((ReadOnlySpan<long>)[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std((ReadOnlySpan<long>)[dim.Item1, dim.Item2], unbiased, keepdim, type);
        [Aten("std.correction", "tensor, dims, correction, keepdim")] private static partial Tensor Std(Tensor tensor, ReadOnlySpan<long> dims, long correction, bool keepdim);

        private static Tensor Std(Tensor tensor, ReadOnlySpan<long> dims, long correction, bool keepdim, ScalarType? type)
        {
            using var typed = type is { } t ? tensor.to(t) : null;
            return Std(typed ?? tensor, dims, correction, keepdim);
        }

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var((ReadOnlySpan<long>)[dim], unbiased, keepdim, type);
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var((ReadOnlySpan<long>)dimensions, unbiased, keepdim, type);
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Var(this, dimensions, unbiased ? 1 : 0, keepdim, type);
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var((ReadOnlySpan<long>)[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var((ReadOnlySpan<long>)[dim.Item1, dim.Item2], unbiased, keepdim, type);
        [Aten("var.correction", "tensor, dims, correction, keepdim")] private static partial Tensor Var(Tensor tensor, ReadOnlySpan<long> dims, long correction, bool keepdim);

        private static Tensor Var(Tensor tensor, ReadOnlySpan<long> dims, long correction, bool keepdim, ScalarType? type)
        {
            using var typed = type is { } t ? tensor.to(t) : null;
            return Var(typed ?? tensor, dims, correction, keepdim);
        }

        public (Tensor, Tensor) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std_mean((ReadOnlySpan<long>)[dim], unbiased, keepdim, type);
        public (Tensor, Tensor) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std_mean((ReadOnlySpan<long>)dimensions, unbiased, keepdim, type);
        public (Tensor, Tensor) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => StdMean(this, dimensions, unbiased ? 1 : 0, keepdim, type);
        public (Tensor, Tensor) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std_mean((ReadOnlySpan<long>)[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);
        public (Tensor, Tensor) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std_mean((ReadOnlySpan<long>)[dim.Item1, dim.Item2], unbiased, keepdim, type);
        [Aten("std_mean.correction", "tensor, dims, correction, keepdim")] private static partial (Tensor, Tensor) StdMean(Tensor tensor, ReadOnlySpan<long> dims, long correction, bool keepdim);

        private static (Tensor, Tensor) StdMean(Tensor tensor, ReadOnlySpan<long> dims, long correction, bool keepdim, ScalarType? type)
        {
            using var typed = type is { } t ? tensor.to(t) : null;
            return StdMean(typed ?? tensor, dims, correction, keepdim);
        }

        public (Tensor, Tensor) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var_mean((ReadOnlySpan<long>)[dim], unbiased, keepdim, type);
        public (Tensor, Tensor) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var_mean((ReadOnlySpan<long>)dimensions, unbiased, keepdim, type);
        public (Tensor, Tensor) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => VarMean(this, dimensions, unbiased ? 1 : 0, keepdim, type);
        public (Tensor, Tensor) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var_mean((ReadOnlySpan<long>)[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);
        public (Tensor, Tensor) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var_mean((ReadOnlySpan<long>)[dim.Item1, dim.Item2], unbiased, keepdim, type);
        [Aten("var_mean.correction", "tensor, dims, correction, keepdim")] private static partial (Tensor, Tensor) VarMean(Tensor tensor, ReadOnlySpan<long> dims, long correction, bool keepdim);

        private static (Tensor, Tensor) VarMean(Tensor tensor, ReadOnlySpan<long> dims, long correction, bool keepdim, ScalarType? type)
        {
            using var typed = type is { } t ? tensor.to(t) : null;
            return VarMean(typed ?? tensor, dims, correction, keepdim);
        }
    }
}
