namespace TorchSharp;

public static partial class torch
{
    [Aten("chunk")] public static partial Tensor[] chunk(Tensor input, long chunks, long dim = 0);
    [Aten("split_with_sizes", "tensor, split_size_or_sections, dim")] public static partial Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0);
    [Aten("unbind.int")] public static partial Tensor[] unbind(Tensor input, long dim = 0);
    [Aten("unbind.int", "tensor, dim")] public static partial Tensor[] unbind(Tensor tensor, int dim = 0);
    [Aten("tensor_split.sections", "input, indices_or_sections, dim")] public static partial Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0);
    [Aten("tensor_split.indices", "input, indices_or_sections, dim")] public static partial Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0);
    [Aten("tensor_split.tensor_indices_or_sections", "input, indices_or_sections, dim")] public static partial Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0);
    [Aten("hsplit.int", "input, indices_or_sections")] public static partial Tensor[] hsplit(Tensor input, long indices_or_sections);
    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => input.hsplit(indices_or_sections);
    [Aten("hsplit.array", "input, indices_or_sections")] public static partial Tensor[] hsplit(Tensor input, long[] indices_or_sections);
    [Aten("hsplit.array", "input, [indices_or_sections.Item1, indices_or_sections.Item2]")] public static partial Tensor[] hsplit(Tensor input, (long, long) indices_or_sections);
    [Aten("hsplit.array", "input, [indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]")] public static partial Tensor[] hsplit(Tensor input, (long, long, long) indices_or_sections);
    [Aten("hsplit.array", "input, [indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]")] public static partial Tensor[] hsplit(Tensor input, (long, long, long, long) indices_or_sections);
    [Aten("vsplit.array", "input, indices_or_sections")] public static partial Tensor[] vsplit(Tensor input, long[] indices_or_sections);
    [Aten("dsplit.int", "input, size")] public static partial Tensor[] dsplit(Tensor input, long size);
    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => input.dsplit(indices_or_sections);
    [Aten("dsplit.array", "input, indices_or_sections")] public static partial Tensor[] dsplit(Tensor input, long[] indices_or_sections);
    [Aten("dsplit.array", "input, [indices_or_sections.Item1, indices_or_sections.Item2]")] public static partial Tensor[] dsplit(Tensor input, (long, long) indices_or_sections);
    [Aten("dsplit.array", "input, [indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]")] public static partial Tensor[] dsplit(Tensor input, (long, long, long) indices_or_sections);
    [Aten("dsplit.array", "input, [indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]")] public static partial Tensor[] dsplit(Tensor input, (long, long, long, long) indices_or_sections);

    public partial class Tensor
    {
        [Aten("chunk")] public partial Tensor[] chunk(long chunks, long dim = 0);
        [Aten("split.Tensor", "this, size, dim")] public partial Tensor[] split(long size, int dim = 0);
        [Aten("split_with_sizes", "this, sizes")] public partial Tensor[] split(params long[] sizes);
        [Aten("split_with_sizes", "this, sizes, dim")] public partial Tensor[] split(long[] sizes, long dim = 0);
        [Aten("split_with_sizes", "this, sizes, dim")] public partial Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0);
        [Aten("unbind.int", "this, dimension")] public partial Tensor[] unbind(long dimension = 0);
        [Aten("tensor_split.sections", "this, size, dim")] public partial Tensor[] tensor_split(long size, long dim = 0);
        [Aten("tensor_split.indices", "this, sizes, dim")] public partial Tensor[] tensor_split(long[] sizes, long dim = 0);
        [Aten("tensor_split.tensor_indices_or_sections", "this, indices, dim")] public partial Tensor[] tensor_split(Tensor indices, long dim = 0);
        [Aten("hsplit.int", "this, size")] public partial Tensor[] hsplit(long size);
        [Aten("hsplit.array", "this, sizes")] public partial Tensor[] hsplit(params long[] sizes);
        public Tensor[] hsplit(Tensor indices) => hsplit(indices.Indices());
        [Aten("vsplit.int", "this, size")] public partial Tensor[] vsplit(long size);
        [Aten("vsplit.array", "this, sizes")] public partial Tensor[] vsplit(params long[] sizes);
        public Tensor[] vsplit(Tensor indices) => vsplit(indices.Indices());
        [Aten("dsplit.int", "this, size")] public partial Tensor[] dsplit(long size);
        [Aten("dsplit.array", "this, sizes")] public partial Tensor[] dsplit(params long[] sizes);
        public Tensor[] dsplit(Tensor indices) => dsplit(indices.Indices());
        [Aten("dsplit.array", "this, [indices_or_sections.Item1, indices_or_sections.Item2]")] public partial Tensor[] dsplit((long, long) indices_or_sections);
        [Aten("dsplit.array", "this, [indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]")] public partial Tensor[] dsplit((long, long, long) indices_or_sections);
        [Aten("dsplit.array", "this, [indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]")] public partial Tensor[] dsplit((long, long, long, long) indices_or_sections);
    }
}
