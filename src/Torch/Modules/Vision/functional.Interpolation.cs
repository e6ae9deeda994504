namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Resizes to <paramref name="size"/>, or by <paramref name="scale_factor"/>, one number per spatial dimension of (N, C, …).</summary>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var shape = x.shape;
                var dimensions = shape.Length - 2;
                if (size is null == scale_factor is null) throw new ArgumentException("Either a size or a scale factor is needed, and not both.");
                if ((size?.Length ?? scale_factor!.Length) != dimensions)
                    throw new ArgumentException($"An input of shape ({string.Join(", ", shape)}) takes {dimensions} sizes or scale factors, not {size?.Length ?? scale_factor!.Length}.");
                if (recompute_scale_factor && size is not null) throw new ArgumentException("A scale factor cannot be computed again where a size is given.");
                if (align_corners is not null && mode is InterpolationMode.Nearest or InterpolationMode.NearestExact or InterpolationMode.Area)
                    throw new ArgumentException($"Corners cannot be aligned in mode {mode}.", nameof(align_corners));
                if (antialias && !(mode is InterpolationMode.Bilinear or InterpolationMode.Bicubic && dimensions == 2))
                    throw new ArgumentException("Only images can be smoothed, in modes Bilinear and Bicubic.", nameof(antialias));
                if (recompute_scale_factor || (mode == InterpolationMode.Area && size is null))
                {
                    size = [.. scale_factor!.Select((scale, d) => (long)Math.Floor(shape[d + 2] * scale))];
                    scale_factor = null;
                }

                var corners = align_corners ?? false;
                return (mode, dimensions) switch
                {
                    (InterpolationMode.Nearest, 1) => Nearest1d(x, size, scale_factor),
                    (InterpolationMode.Nearest, 2) => Nearest2d(x, size, scale_factor),
                    (InterpolationMode.Nearest, 3) => Nearest3d(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 1) => NearestExact1d(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 2) => NearestExact2d(x, size, scale_factor),
                    (InterpolationMode.NearestExact, 3) => NearestExact3d(x, size, scale_factor),
                    (InterpolationMode.Area, 1) => adaptive_avg_pool1d(x, size![0]),
                    (InterpolationMode.Area, 2) => adaptive_avg_pool2d(x, size!),
                    (InterpolationMode.Area, 3) => adaptive_avg_pool3d(x, size!),
                    (InterpolationMode.Linear, 1) => Linear1d(x, size, corners, scale_factor),
                    (InterpolationMode.Bilinear, 2) when antialias => SmoothBilinear2d(x, size, corners, scale_factor),
                    (InterpolationMode.Bilinear, 2) => Bilinear2d(x, size, corners, scale_factor),
                    (InterpolationMode.Bicubic, 2) when antialias => SmoothBicubic2d(x, size, corners, scale_factor),
                    (InterpolationMode.Bicubic, 2) => Bicubic2d(x, size, corners, scale_factor),
                    (InterpolationMode.Trilinear, 3) => Trilinear3d(x, size, corners, scale_factor),
                    _ => throw new NotSupportedException($"Mode {mode} does not work on {dimensions} spatial dimensions."),
                };
            }

            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                upsample(x, size, scale_factor, UpsampleMode.Bilinear, align_corners);

            public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                upsample(x, size, scale_factor, UpsampleMode.Nearest, align_corners);

            [Aten("upsample_nearest1d.vec", "x, size, scale")] private static partial Tensor Nearest1d(Tensor x, long[]? size, double[]? scale);
            [Aten("_upsample_nearest_exact1d.vec", "x, size, scale")] private static partial Tensor NearestExact1d(Tensor x, long[]? size, double[]? scale);
            [Aten("upsample_nearest2d.vec", "x, size, scale")] private static partial Tensor Nearest2d(Tensor x, long[]? size, double[]? scale);
            [Aten("_upsample_nearest_exact2d.vec", "x, size, scale")] private static partial Tensor NearestExact2d(Tensor x, long[]? size, double[]? scale);
            [Aten("upsample_nearest3d.vec", "x, size, scale")] private static partial Tensor Nearest3d(Tensor x, long[]? size, double[]? scale);
            [Aten("_upsample_nearest_exact3d.vec", "x, size, scale")] private static partial Tensor NearestExact3d(Tensor x, long[]? size, double[]? scale);
            [Aten("upsample_linear1d.vec", "x, size, corners, scale")] private static partial Tensor Linear1d(Tensor x, long[]? size, bool corners, double[]? scale);
            [Aten("upsample_bilinear2d.vec", "x, size, corners, scale")] private static partial Tensor Bilinear2d(Tensor x, long[]? size, bool corners, double[]? scale);
            [Aten("_upsample_bilinear2d_aa.vec", "x, size, corners, scale")] private static partial Tensor SmoothBilinear2d(Tensor x, long[]? size, bool corners, double[]? scale);
            [Aten("upsample_bicubic2d.vec", "x, size, corners, scale")] private static partial Tensor Bicubic2d(Tensor x, long[]? size, bool corners, double[]? scale);
            [Aten("_upsample_bicubic2d_aa.vec", "x, size, corners, scale")] private static partial Tensor SmoothBicubic2d(Tensor x, long[]? size, bool corners, double[]? scale);
            [Aten("upsample_trilinear3d.vec", "x, size, corners, scale")] private static partial Tensor Trilinear3d(Tensor x, long[]? size, bool corners, double[]? scale);
        }
    }
}
