namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            [Aten("conv1d", "input, weight, bias, [stride ?? 1], [padding ?? 0], [dilation ?? 1], groups")] public static partial Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1);
            [Aten("conv1d.padding", "input, weight, bias, [stride ?? 1], Spelled(padding), [dilation ?? 1], groups")] public static partial Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1);
            [Aten("conv2d", "input, weight, bias, strides ?? [1], padding ?? [0], dilation ?? [1], groups")] public static partial Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1);
            [Aten("conv2d.padding", "input, weight, bias, strides ?? [1], Spelled(padding), dilation ?? [1], groups")] public static partial Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1);
            [Aten("conv3d", "input, weight, bias, strides ?? [1], padding ?? [0], dilation ?? [1], groups")] public static partial Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1);
            [Aten("conv3d.padding", "input, weight, bias, strides ?? [1], Spelled(padding), dilation ?? [1], groups")] public static partial Tensor conv3d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1);
            [Aten("conv_transpose1d", "input, weight, bias, [stride ?? 1], [padding ?? 0], [output_padding ?? 0], groups, [dilation ?? 1]")] public static partial Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1);
            [Aten("conv_transpose2d.input", "input, weight, bias, strides ?? [1], padding ?? [0], output_padding ?? [0], groups, dilation ?? [1]")] public static partial Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1);
            [Aten("conv_transpose3d.input", "input, weight, bias, strides ?? [1], padding ?? [0], output_padding ?? [0], groups, dilation ?? [1]")] public static partial Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1);

            private static string Spelled(Padding padding) => padding == Padding.Same ? "same" : "valid";
        }
    }
}
