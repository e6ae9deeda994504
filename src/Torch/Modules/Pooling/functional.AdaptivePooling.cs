namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            [Aten("adaptive_avg_pool1d", "input, [output_size]")] public static partial Tensor adaptive_avg_pool1d(Tensor input, long output_size);
            [Aten("adaptive_avg_pool2d", "input, [output_size, output_size]")] public static partial Tensor adaptive_avg_pool2d(Tensor input, long output_size);
            [Aten("adaptive_avg_pool2d")] public static partial Tensor adaptive_avg_pool2d(Tensor input, long[] output_size);
            [Aten("adaptive_avg_pool2d", "input, [output_size.Item1, output_size.Item2]")] public static partial Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size);
            [Aten("adaptive_avg_pool3d", "input, [output_size, output_size, output_size]")] public static partial Tensor adaptive_avg_pool3d(Tensor input, long output_size);
            [Aten("adaptive_avg_pool3d")] public static partial Tensor adaptive_avg_pool3d(Tensor input, long[] output_size);
            [Aten("adaptive_avg_pool3d", "input, [output_size.Item1, output_size.Item2, output_size.Item3]")] public static partial Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size);
            [Aten("adaptive_avg_pool3d_backward.grad_input", "gradOutput, originalInput, gradInput")] public static partial Tensor adaptive_avg_pool3d_backward(Tensor gradInput, Tensor gradOutput, Tensor originalInput);
            [Aten("adaptive_max_pool1d", "input, [output_size]")] public static partial (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size);
            [Aten("adaptive_max_pool2d")] public static partial (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size);
            [Aten("adaptive_max_pool3d")] public static partial (Tensor Values, Tensor Indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size);

            public static Tensor adaptive_max_pool1d(Tensor input, long output_size) => Values(adaptive_max_pool1d_with_indices(input, output_size));

            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) => Values(adaptive_max_pool2d_with_indices(input, output_size));

            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size) => Values(adaptive_max_pool3d_with_indices(input, output_size));
        }
    }
}
