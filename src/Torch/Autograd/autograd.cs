namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients by reverse-mode differentiation; see https://pytorch.org/docs/stable/autograd.html.</summary>
    public static unsafe partial class autograd
    {
        /// <summary>The gradients of the sum of <paramref name="outputs"/>, weighted by <paramref name="grad_outputs"/>, with respect to the inputs.</summary>
        public static IList<Tensor> grad(
            IList<Tensor> outputs,
            IList<Tensor> inputs,
            IList<Tensor>? grad_outputs = null,
            bool retain_graph = false,
            bool create_graph = false,
            bool allow_unused = false)
        {
            var (from, to, weights) = (new TensorHandles(outputs), new TensorHandles(inputs), new TensorHandles(grad_outputs));
            var results = new nint[inputs.Count];
            fixed (nint* fromFirst = from.Handles, toFirst = to.Handles, weightsFirst = weights.Handles, resultsFirst = results)
            {
                Native.Check(Native.lt_gradients(
                    fromFirst, from.Handles.Length, toFirst, to.Handles.Length, weightsFirst, weights.Handles.Length,
                    retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, resultsFirst));
            }

            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return [.. results.Select(handle => handle == 0 ? null! : new Tensor(handle))];
        }

        public static void backward(
            IList<Tensor> tensors,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            var (from, weights, leaves) = (new TensorHandles(tensors), new TensorHandles(grad_tensors), new TensorHandles(inputs));
            fixed (nint* fromFirst = from.Handles, weightsFirst = weights.Handles, leavesFirst = leaves.Handles)
            {
                Native.Check(Native.lt_backward(
                    fromFirst, from.Handles.Length, weightsFirst, weights.Handles.Length,
                    retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0, leavesFirst, leaves.Handles.Length));
            }

            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        public static void backward(
            Tensor tensor,
            IList<Tensor>? grad_tensors = null,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor,
            Tensor grad_tensor,
            bool? retain_graph = null,
            bool create_graph = false,
            IList<Tensor>? inputs = null) => backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);
    }
}
