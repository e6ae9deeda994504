namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor fractional_max_pool2d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                Values(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                Values(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool2d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                Values(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, [kernel_size, kernel_size], output_size is { } s ? [s, s] : null, output_ratio is { } r ? [r, r] : null);

            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, kernel_size.ToArray(), output_size?.ToArray(), output_ratio?.ToArray());

            /// <summary>Windows at random places, so many that the output has the wanted size or the wanted ratio to the input.</summary>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
            {
                var shape = input.shape;
                var size = FractionalSize(shape, 2, output_size, output_ratio);
                using var places = rand([shape.Length == 2 + 1 ? 1 : shape[0], shape[^3], 2], input.dtype, input.device);
                return Fractional2d(input, kernel_size, size, places);
            }

            [Aten("fractional_max_pool2d")] private static partial (Tensor, Tensor) Fractional2d(Tensor input, long[] kernel_size, long[] output_size, Tensor random_samples);

            private static long[] FractionalSize(long[] shape, int dimensions, long[]? size, double[]? ratio)
            {
                if (size is null == ratio is null) throw new ArgumentException("Either the size of the output or its ratio to the input is needed, and not both.");
                return size ?? [.. ratio!.Select((r, d) => (long)(shape[shape.Length - dimensions + d] * r))];
            }
        }
    }
}
