namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) =>
                Nearest1d(input, outputSize is { } size ? [size] : null, scaleFactor is { } scale ? [scale] : null);

            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) => Nearest2d(input, outputSizes, scaleFactors);

            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) => Nearest3d(input, outputSizes, scaleFactors);

            /// <summary><paramref name="inputSize"/> is the length of the input; its batch and channels are those of the gradient.</summary>
            [Aten("upsample_nearest1d_backward", "grad_output, [outputSize ?? grad_output.size(2)], [grad_output.size(0), grad_output.size(1), inputSize], scaleFactor")]
            public static partial Tensor upsample_nearest1d_backward(Tensor grad_output, long? outputSize, long inputSize, double? scaleFactor);

            [Aten("upsample_nearest2d_backward", "grad_output, outputSizes ?? grad_output.shape[2..], inputSizes, scaleFactors?[0], scaleFactors?[1]")]
            public static partial Tensor upsample_nearest2d_backward(Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null);

            [Aten("upsample_nearest3d_backward", "grad_output, outputSizes ?? grad_output.shape[2..], inputSizes, scaleFactors?[0], scaleFactors?[1], scaleFactors?[2]")]
            public static partial Tensor upsample_nearest3d_backward(Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null);
        }
    }
}
