namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The mean of the elements that are numbers, along the last dimension where none is named, as in TorchSharp.</summary>
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) => NanMean(dim ?? -1, keepdim, dtype);

        /// <summary>The places of the elements that are not zero: per dimension a column, of shape (n, 1).</summary>
        public IList<Tensor> nonzero_as_list()
        {
            using var places = nonzero();
            return Dimensions == 0 ? [] : places.chunk(Dimensions, 1);
        }

        public Tensor take_along_dim(IEnumerable<long> indices)
        {
            using var at = Along(indices);
            return take_along_dim(at);
        }

        public Tensor take_along_dim(IEnumerable<long> indices, long dim)
        {
            using var at = Along(indices);
            return take_along_dim(at, dim);
        }

        /// <summary>Sums over the last <paramref name="dims"/> dimensions of this and the first ones of <paramref name="b"/>.</summary>
        public Tensor tensordot(Tensor b, long dims = 2)
        {
            if (dims < 0 || dims > Dimensions || dims > b.Dimensions)
                throw new ArgumentOutOfRangeException(nameof(dims), dims, $"Tensors of {Dimensions} and {b.Dimensions} dimensions do not share as many.");
            long[] first = [.. Enumerable.Range(0, (int)dims).Select(dim => (long)dim)];
            return tensordot(b, [.. first.Select(dim => Dimensions - dims + dim)], first);
        }

        /// <summary>The different elements, or slices along <paramref name="dim"/>; for each element its place among them, and how often each occurs.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            var (output, inverse, counts) = dim is { } along
                ? Unique(along, sorted, return_inverse, return_counts)
                : Unique(sorted, return_inverse, return_counts);
            return (output, Wanted(inverse, return_inverse), Wanted(counts, return_counts));
        }

        private Tensor Along(IEnumerable<long> indices) => torch.tensor((long[])[.. indices], device: device);

        private static Tensor? Wanted(Tensor tensor, bool wanted)
        {
            if (wanted) return tensor;
            tensor.Dispose();
            return null;
        }

        [Aten("nanmean", "this, [dim], keepdim, dtype")] private partial Tensor NanMean(long dim, bool keepdim, ScalarType? dtype);
        [Aten("_unique2", "this, sorted, return_inverse, return_counts")] private partial (Tensor, Tensor, Tensor) Unique(bool sorted, bool return_inverse, bool return_counts);
        [Aten("unique_dim", "this, dim, sorted, return_inverse, return_counts")] private partial (Tensor, Tensor, Tensor) Unique(long dim, bool sorted, bool return_inverse, bool return_counts);
    }

    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
        input.unique(sorted, return_inverse, return_counts, dim);

    /// <summary>The shape that tensors of these shapes are broadcast to.</summary>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        var common = Enumerable.Repeat(1L, shapes.Length == 0 ? 0 : shapes.Max(shape => shape.Length)).ToArray();
        foreach (var shape in shapes)
        {
            for (var i = 1; i <= shape.Length; i++)
            {
                if (shape[^i] == 1) continue;
                if (common[^i] != 1 && common[^i] != shape[^i])
                    throw new ArgumentException($"Shapes [{string.Join("], [", shapes.Select(s => string.Join(", ", s)))}] cannot be broadcast to one: {common[^i]} and {shape[^i]} differ.");
                common[^i] = shape[^i];
            }
        }

        return new Size(common);
    }

    /// <summary>P·L·U = A, with L and U in one matrix and the row swaps as pivots.</summary>
    public static (Tensor A_LU, Tensor? pivots, Tensor? infos) lu(Tensor A, bool pivot = true, bool get_infos = false)
    {
        var (factors, pivots, infos) = Factors(A, pivot, !get_infos);
        if (get_infos) return (factors, pivots, infos);
        infos.Dispose();
        return (factors, pivots, null);
    }

    [Aten("_lu_with_info", "A, pivot, check_errors")] private static partial (Tensor, Tensor, Tensor) Factors(Tensor A, bool pivot, bool check_errors);
}
