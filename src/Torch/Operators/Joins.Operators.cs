namespace TorchSharp;

public static partial class torch
{
    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => cartesian_prod((IList<Tensor>)tensors.ToArray());
    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => column_stack((IList<Tensor>)tensors.ToArray());
    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => dstack((IList<Tensor>)tensors.ToArray());
    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => hstack((IList<Tensor>)tensors.ToArray());
    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => row_stack((IList<Tensor>)tensors.ToArray());
    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => vstack((IList<Tensor>)tensors.ToArray());
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat((IList<Tensor>)tensors.ToArray(), dim);
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => concat((IList<Tensor>)tensors.ToArray(), dim);
    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => cat((IList<Tensor>)tensors.ToArray(), axis);
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => tensors.Length == 0 ? throw new ArgumentException("At least one tensor is needed.", nameof(tensors)) : Broadcast(tensors);
    [Aten("broadcast_tensors")] private static partial Tensor[] Broadcast(Tensor[] tensors);
    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => [.. input.Select(tensor => tensor.atleast_1d())];
    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => [.. input.Select(tensor => tensor.atleast_2d())];
    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => [.. input.Select(tensor => tensor.atleast_3d())];

    public partial class Tensor
    {
        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);
    }
}
