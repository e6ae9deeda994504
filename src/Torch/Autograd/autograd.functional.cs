namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);

        /// <summary>J = ∂yᵢ/∂xⱼ, of the output's shape followed by the input's.</summary>
        public static class functional
        {
            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) => Jacobians(xs => [function(xs[0])], [inputs])[0];

            /// <summary>One for each output.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) => Jacobians(xs => function(xs[0]), [inputs]);

            /// <summary>One for each input.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, Tensor[] inputs) => Jacobians(xs => [function(xs)], inputs);

            /// <summary>For each output, one for each input.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, Tensor[] inputs) => Jacobians(function, inputs);

            private static List<Tensor> Jacobians(Func<Tensor[], Tensor[]> function, Tensor[] inputs)
            {
                using var on = enable_grad();
                using var scope = NewDisposeScope();
                var x = Array.ConvertAll(inputs, input => input.detach().requires_grad_());
                var found = new List<Tensor>();
                foreach (var y in function(x))
                {
                    var rows = Array.ConvertAll(x, _ => new List<Tensor>());
                    using var flat = y.reshape(-1);
                    for (long i = 0; i < flat.numel(); i++)
                    {
                        var gradients = flat.requires_grad ? grad([flat[i]], x, retain_graph: true, allow_unused: true) : null;
                        for (var j = 0; j < x.Length; j++) rows[j].Add(gradients?[j] ?? zeros_like(x[j]));
                    }

                    for (var j = 0; j < x.Length; j++)
                    {
                        long[] shape = [.. y.shape, .. x[j].shape];
                        found.Add(rows[j].Count == 0 ? zeros(shape, y.dtype, y.device) : stack(rows[j]).reshape(shape));
                    }
                }

                foreach (var jacobian in found) jacobian.MoveToOuterDisposeScope();
                return found;
            }
        }
    }
}
