namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            [Aten("batch_norm", "input, weight, bias, running_mean, running_var, training, momentum, eps, true")]
            public static partial Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-5);

            [Aten("instance_norm", "input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true")]
            public static partial Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null,
                bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5);

            /// <summary>xᵢ / (k + α / n · Σⱼ xⱼ²)^β over n channels j: n / 2 before i, and (n − 1) / 2 after it. (N, C, …)</summary>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 1e-4, double beta = 0.75, double k = 1)
            {
                if (input.Dimensions < 3) throw new ArgumentException($"Three dimensions or more are needed, not {input.Dimensions}.", nameof(input));
                using var scope = NewDisposeScope();
                var squares = input.square().flatten(2).unsqueeze(1);
                var padded = Padded(squares, [0, 0, size / 2, (size - 1) / 2], 0);
                var means = avg_pool2d(padded, [size, 1], [1, 1]).squeeze(1).reshape(input.shape);
                return input.div(means.mul(alpha).add(k).pow(beta)).MoveToOuterDisposeScope();
            }

            [Aten("constant_pad_nd", "input, pad, (Scalar)value")] private static partial Tensor Padded(Tensor input, long[] pad, double value);
        }
    }
}
