namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            [Aten("avg_pool1d", "input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], ceil_mode, count_include_pad")] public static partial Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true);
            [Aten("avg_pool2d", "input, [kernel_size], [stride ?? kernel_size], [padding], ceil_mode, count_include_pad, divisor_override")] public static partial Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null);
            [Aten("avg_pool2d", "input, kernel_size, stride, padding ?? [0], ceil_mode, count_include_pad, divisor_override")] public static partial Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null);
            [Aten("avg_pool2d_backward", "input, originalInput, kernel_sizes, strides, paddings ?? [0], ceil_mode, count_include_pad, divisor_override")] public static partial Tensor avg_pool2d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null);
            [Aten("avg_pool3d", "input, kernel_size, stride, padding ?? [0], ceil_mode, count_include_pad, divisor_override")] public static partial Tensor avg_pool3d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null);
            [Aten("avg_pool3d_backward", "input, originalInput, kernel_sizes, strides, paddings ?? [0], ceil_mode, count_include_pad, divisor_override")] public static partial Tensor avg_pool3d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null);

            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, kernel_size.ToArray(), stride?.ToArray(), padding?.ToArray(), ceil_mode, count_include_pad, divisor_override);
        }
    }
}
