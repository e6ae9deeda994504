namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            [Aten("pixel_shuffle")] public static partial Tensor pixel_shuffle(Tensor input, long upscale_factor);
            [Aten("pixel_unshuffle")] public static partial Tensor pixel_unshuffle(Tensor input, long downscale_factor);
            [Aten("col2im", "input, [output_size, output_size], [kernel_size, kernel_size], [dilation, dilation], [padding, padding], [stride, stride]")] public static partial Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1);
            [Aten("col2im", "input, output_size.ToArray(), kernel_size.ToArray(), (dilation ?? (1, 1)).ToArray(), (padding ?? (0, 0)).ToArray(), (stride ?? (1, 1)).ToArray()")] public static partial Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null);
            [Aten("im2col", "input, [kernel_size, kernel_size], [dilation, dilation], [padding, padding], [stride, stride]")] public static partial Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1);
            [Aten("im2col", "input, kernel_size.ToArray(), (dilation ?? (1, 1)).ToArray(), (padding ?? (0, 0)).ToArray(), (stride ?? (1, 1)).ToArray()")] public static partial Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null);
        }
    }
}
