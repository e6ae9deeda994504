namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Puts each value back where <see cref="max_pool1d_with_indices"/> took it from; everything else is zero.</summary>
            public static Tensor max_unpool1d(Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null)
            {
                using var scope = NewDisposeScope();
                var size = UnpooledSize(input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], output_size);
                return Unpooled2d(input.unsqueeze(-1), indices.unsqueeze(-1), [size[0], 1]).squeeze(-1).MoveToOuterDisposeScope();
            }

            public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Unpooled2d(input, indices, UnpooledSize(input, kernel_size, stride ?? kernel_size, padding ?? [0, 0], output_size));

            public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null)
            {
                var (strides, paddings) = (stride ?? kernel_size, padding ?? [0, 0, 0]);
                return Unpooled3d(input, indices, UnpooledSize(input, kernel_size, strides, paddings, output_size), strides, paddings);
            }

            [Aten("max_unpool2d")] private static partial Tensor Unpooled2d(Tensor input, Tensor indices, long[] output_size);
            [Aten("max_unpool3d")] private static partial Tensor Unpooled3d(Tensor input, Tensor indices, long[] output_size, long[] stride, long[] padding);

            /// <summary>The wanted size, which must be closer than one stride to <c>(n - 1) · stride + kernel - 2 · padding</c>.</summary>
            private static long[] UnpooledSize(Tensor input, long[] kernel, long[] stride, long[] padding, long[]? wanted)
            {
                var shape = input.shape;
                var usual = new long[kernel.Length];
                for (var d = 0; d < usual.Length; d++) usual[d] = (shape[^(usual.Length - d)] - 1) * stride[d] + kernel[d] - 2 * padding[d];
                if (wanted is null) return usual;
                if (wanted.Length == usual.Length + 2) wanted = wanted[2..];
                if (wanted.Length != usual.Length)
                    throw new ArgumentException($"The size of the output takes {usual.Length} or {usual.Length + 2} numbers, not {wanted.Length}.", nameof(wanted));
                for (var d = 0; d < usual.Length; d++)
                {
                    if (Math.Abs(wanted[d] - usual[d]) >= stride[d])
                        throw new ArgumentException($"The output cannot be {wanted[d]} long in dimension {d}: more than {usual[d] - stride[d]} and less than {usual[d] + stride[d]} is needed.", nameof(wanted));
                }

                return wanted;
            }
        }
    }
}
