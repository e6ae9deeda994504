namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        public static class functional
        {
            /// <summary>∂y/∂x of shape y.shape + x.shape.</summary>
            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) =>
                jacobian(x => [function(x[0])], [inputs]).Single();

            /// <summary>One Jacobian for each output.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) =>
                jacobian(x => function(x[0]), [inputs]);

            /// <summary>One Jacobian for each input.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
                jacobian(x => [function(x)], inputs);

            /// <summary>The Jacobians of the first output for each input, then those of the second, and so on.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs)
            {
                using var scope = NewDisposeScope();
                using var on = enable_grad();
                Tensor[] leaves = [.. inputs.Select(input => input.detach().requires_grad_())];
                var found = new List<Tensor>();
                foreach (var output in function(leaves))
                {
                    Tensor[][] rows = [.. output.reshape(-1).unbind().Select(element => Gradients(element, leaves))];
                    for (var i = 0; i < leaves.Length; i++)
                    {
                        long[] shape = [.. output.shape, .. leaves[i].shape];
                        var jacobian = rows.Length == 0 ? zeros(shape, leaves[i].dtype, leaves[i].device) : stack(rows.Select(row => row[i])).reshape(shape);
                        found.Add(jacobian.MoveToOuterDisposeScope());
                    }
                }

                return found;
            }

            private static Tensor[] Gradients(Tensor element, Tensor[] leaves)
            {
                if (!element.requires_grad) return [.. leaves.Select(leaf => zeros_like(leaf))];
                var gradients = grad([element], leaves, retain_graph: true, allow_unused: true);
                return [.. gradients.Select((gradient, i) => gradient ?? zeros_like(leaves[i]))];
            }
        }
    }
}
