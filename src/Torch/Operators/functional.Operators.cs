namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            [Aten("adaptive_avg_pool2d")] public static partial Tensor adaptive_avg_pool2d(Tensor input, params long[] output_size);
            [Aten("adaptive_avg_pool3d")] public static partial Tensor adaptive_avg_pool3d(Tensor input, params long[] output_size);
            [Aten("adaptive_avg_pool3d_backward.grad_input", "gradInput, gradOutput, originalInput")] public static partial Tensor adaptive_avg_pool3d_backward(Tensor gradInput, Tensor gradOutput, Tensor originalInput);
            [Aten("avg_pool2d")] public static partial Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null);
            [Aten("avg_pool2d_backward", "originalInput, input, kernel_sizes, strides, paddings, ceil_mode, count_include_pad, divisor_override")] public static partial Tensor avg_pool2d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null);
            [Aten("avg_pool3d")] public static partial Tensor avg_pool3d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null);
            [Aten("avg_pool3d_backward", "originalInput, input, kernel_sizes, strides, paddings, ceil_mode, count_include_pad, divisor_override")] public static partial Tensor avg_pool3d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null);
            [Aten("bilinear")] public static partial Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null);
            [Aten("conv2d", "input, weight, bias, strides, padding, dilation, groups")] public static partial Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1);
            [Aten("conv3d", "input, weight, bias, strides, padding, dilation, groups")] public static partial Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1);
            [Aten("conv_transpose2d.input", "input, weight, bias, strides, padding, output_padding, groups, dilation")] public static partial Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1);
            [Aten("conv_transpose3d.input", "input, weight, bias, strides, padding, output_padding, groups, dilation")] public static partial Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1);
            [Aten("cosine_similarity")] public static partial Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1E-08);
            [Aten("gelu", "x")] public static partial Tensor gelu(Tensor x);
            [Aten("glu")] public static partial Tensor glu(Tensor input, long dim = -1);
            [Aten("group_norm")] public static partial Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05);
            [Aten("layer_norm")] public static partial Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05);
            [Aten("linear", "input, weights, bias")] public static partial Tensor linear(Tensor input, Tensor weights, Tensor? bias = null);
            [Aten("log_softmax.int", "x, dim")] public static partial Tensor log_softmax(Tensor x, long dim);
            [Aten("max_pool2d", "input, kernel_size, strides, padding, dilation, ceil_mode")] public static partial Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false);
            [Aten("max_pool2d_with_indices", "input, kernel_size, strides, padding, dilation, ceil_mode")] public static partial (Tensor, Tensor) max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false);
            [Aten("max_pool3d", "input, kernel_size, strides, padding, dilation, ceil_mode")] public static partial Tensor max_pool3d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false);
            [Aten("max_pool3d_with_indices", "input, kernel_size, strides, padding, dilation, ceil_mode")] public static partial (Tensor, Tensor) max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false);
            [Aten("one_hot", "x, num_classes")] public static partial Tensor one_hot(Tensor x, long num_classes = -1);
            [Aten("pairwise_distance", "input1, input2, p, eps, keepdim")] public static partial Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1E-06, bool keepdim = false);
            [Aten("pixel_shuffle")] public static partial Tensor pixel_shuffle(Tensor input, long upscale_factor);
            [Aten("pixel_unshuffle")] public static partial Tensor pixel_unshuffle(Tensor input, long downscale_factor);
            [Aten("prelu")] public static partial Tensor prelu(Tensor input, Tensor weight);
            [Aten("sigmoid", "x")] public static partial Tensor sigmoid(Tensor x);
            [Aten("softmax.int")] public static partial Tensor softmax(Tensor input, long dim, ScalarType? dtype = null);
        }
    }
}
