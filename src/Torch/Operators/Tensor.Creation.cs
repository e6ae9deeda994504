namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [Aten("new_empty", "this, [dim0, dim1, dim2, dim3], dtype, _, device")] public partial Tensor new_empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_empty", "this, [dim0, dim1, dim2], dtype, _, device")] public partial Tensor new_empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_empty", "this, [rows, columns], dtype, _, device")] public partial Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_empty", "this, [size], dtype, _, device")] public partial Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_empty", "this, size, dtype, _, device")] public partial Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_empty", "this, size, dtype, _, device")] public partial Tensor new_empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_full", "this, [dim0, dim1, dim2, dim3], value, dtype, _, device")] public partial Tensor new_full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_full", "this, [dim0, dim1, dim2], value, dtype, _, device")] public partial Tensor new_full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_full", "this, [rows, columns], value, dtype, _, device")] public partial Tensor new_full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_full", "this, [size], value, dtype, _, device")] public partial Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_full", "this, size, value, dtype, _, device")] public partial Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_full", "this, size, value, dtype, _, device")] public partial Tensor new_full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_ones", "this, [dim0, dim1, dim2, dim3], dtype, _, device")] public partial Tensor new_ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_ones", "this, [dim0, dim1, dim2], dtype, _, device")] public partial Tensor new_ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_ones", "this, [rows, columns], dtype, _, device")] public partial Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_ones", "this, [size], dtype, _, device")] public partial Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_zeros", "this, [dim0, dim1, dim2, dim3], dtype, _, device")] public partial Tensor new_zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_zeros", "this, [dim0, dim1, dim2], dtype, _, device")] public partial Tensor new_zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_zeros", "this, [rows, columns], dtype, _, device")] public partial Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_zeros", "this, [size], dtype, _, device")] public partial Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_zeros", "this, size, dtype, _, device")] public partial Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("new_zeros", "this, size, dtype, _, device")] public partial Tensor new_zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("empty_like", "this, dtype, _, device")] public partial Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("ones_like", "this, dtype, _, device")] public partial Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("zeros_like", "this, dtype, _, device")] public partial Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("rand_like", "this, dtype, _, device")] public partial Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("randn_like", "this, dtype, _, device")] public partial Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("full_like", "this, value, dtype, _, device")] public partial Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("randint_like.low_dtype", "this, low, high, dtype, _, device")] public partial Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
    }
}
