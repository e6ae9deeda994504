namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>Tensors in pieces, turned views, and sparse ones.</summary>
internal static class Splits
{
    public static CaseList Cases()
    {
        var list = new CaseList("Splits");
        list.Add("chunk", d => [Cut(d, [5, 2], 0, [2, 2, 1], 3L), Cut(d, [2, 4], 1, [2, 2], 2L, 1L)]);
        list.Add("split.Tensor", d => [Cut(d, [5, 2], 0, [2, 2, 1], 2L), Cut(d, [2, 4], 1, [3, 1], 3L, 1L)]);
        list.Add("split_with_sizes", d => [Cut(d, [5, 2], 0, [1, 4], new long[] { 1, 4 })]);
        list.Add("tensor_split.sections", d => [Cut(d, [5, 2], 0, [3, 2], 2L), Cut(d, [2, 4], 1, [2, 1, 1], 3L, 1L)]);
        list.Add("tensor_split.indices", d => [Cut(d, [5, 2], 0, [1, 2, 2], new long[] { 1, 3 }), Cut(d, [2, 4], 1, [1, 3], new long[] { 1 }, 1L)]);
        list.Add("tensor_split.tensor_indices_or_sections", d => [Cut(d, [5, 2], 0, [1, 2, 2], Nd.Integers(1, 3))]);
        list.Add("hsplit.int", d => [Cut(d, [2, 4], 1, [2, 2], 2L), Cut(d, [4], 0, [2, 2], 2L)]);
        list.Add("hsplit.array", d => [Cut(d, [2, 4], 1, [1, 2, 1], new long[] { 1, 3 })]);
        list.Add("vsplit.int", d => [Cut(d, [4, 2], 0, [2, 2], 2L)]);
        list.Add("vsplit.array", d => [Cut(d, [4, 2], 0, [1, 2, 1], new long[] { 1, 3 })]);
        list.Add("dsplit.int", d => [Cut(d, [1, 2, 4], 2, [2, 2], 2L)]);
        list.Add("dsplit.array", d => [Cut(d, [1, 2, 4], 2, [1, 2, 1], new long[] { 1, 3 })]);
        list.Add("unbind.int", d => [.. new[] { d.Real([2, 3]), d.Real([2, 0]), d.Real([1, 1]) }.Select(x => new Sample([x, 0L], [.. Pieces(x, 0, [.. Enumerable.Repeat(1L, (int)x.Shape[0])]).Select(p => p.Squeeze(0))]))]);
        list.Add("rot90", d => [.. new[] { d.Real([2, 3]), d.Real([3, 1]) }.SelectMany(x => new Sample[]
        {
            new([x], Nd.From([x.Shape[1], x.Shape[0]], i => x[i[1], x.Shape[1] - 1 - i[0]])), new([x, 2L], Nd.From(x.Shape, i => x[x.Shape[0] - 1 - i[0], x.Shape[1] - 1 - i[1]])),
        })]);
        list.Add("broadcast_tensors", d => [d.Real([2, 1]) is var a && d.Real([3]) is var b ? new([a, b], [Nd.From([2, 3], a.At), Nd.From([2, 3], b.At)]) { Call = t => broadcast_tensors((Tensor)t[0]!, (Tensor)t[1]!) } : null!]);
        View(list, "numpy_T", t => t.T, x => x.Permute(1, 0));
        View(list, "mT", t => t.mT, x => x.Permute(1, 0));
        View(list, "mH", t => t.mH, x => x.Permute(1, 0));
        View(list, "matrix_H", t => t.H, x => x.Permute(1, 0));
        var (places, values) = (new Nd([2, 3], [0, 1, 1, 2, 0, 2], ScalarType.Int64), Nd.Of(1.5, -2, 3));
        Sample Sparse(Nd expected, Func<Tensor, Tensor> look) => new([places, values], expected) { Gradient = false, Call = a => look(sparse_coo_tensor((Tensor)a[0]!, (Tensor)a[1]!, [2, 3])) };
        list.Add("sparse_coo_tensor.indices_size", _ => [Sparse(Nd.From([2, 3], i => i[0] == 0 && i[1] == 2 ? 1.5 : i[0] == 1 && i[1] == 0 ? -2 : i[0] == 1 && i[1] == 2 ? 3 : 0), s => s.to_dense())]);
        list.Add("_indices", _ => [Sparse(places, s => s.SparseIndices)]);
        list.Add("_values", _ => [Sparse(values, s => s.SparseValues)]);
        return list;
    }

    private static void View(CaseList list, string name, Func<Tensor, Tensor> view, Func<Nd, Nd> expected) =>
        list.Add(name, d => [.. new long[][] { [2, 3], [1, 1], [0, 2] }.Select(s => d.Real(s)).Select(x => new Sample([x], expected(x)) { Call = a => view((Tensor)a[0]!) })]);

    private static Sample Cut(Draw d, long[] shape, int dim, long[] sizes, params object?[] more)
    {
        var x = d.Real(shape);
        return new([x, .. more], Pieces(x, dim, sizes));
    }

    private static Nd[] Pieces(Nd x, int dim, long[] sizes)
    {
        var start = 0L;
        List<Nd> pieces = [];
        foreach (var size in sizes)
        {
            var from = start;
            pieces.Add(Nd.From(Nd.With(x.Shape, dim, size), i => x[Nd.With(i, dim, i[dim] + from)]));
            start += size;
        }

        return [.. pieces];
    }
}
