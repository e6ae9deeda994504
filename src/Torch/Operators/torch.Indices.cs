namespace TorchSharp;

public static partial class torch
{
    [Aten("tril_indices", "row, col, offset, dtype, _, device ?? Creation.DefaultDevice")] public static partial Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null);
    [Aten("triu_indices", "row, col, offset, dtype, _, device ?? Creation.DefaultDevice")] public static partial Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null);
    [Aten("sparse_coo_tensor.indices_size", "indices, values, size, dtype, _, device ?? Creation.DefaultDevice")] public static partial Tensor sparse_coo_tensor(Tensor indices, Tensor values, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null);
    [Aten("normal.Tensor_Tensor", "mean, std, generator")] public static partial Tensor normal(Tensor mean, Tensor std, Generator? generator = null);
    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) => randint(high, [.. size.Select(length => (long)length)], dtype, device, requires_grad, generator, names);
    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) => randint(low, high, [.. size.Select(length => (long)length)], dtype, device, requires_grad, generator, names);
}
