namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Reads the input at the points of <paramref name="grid"/>, whose coordinates x, y(, z) run from -1 to 1.</summary>
            [Aten("grid_sampler", "input, grid, Numbered(mode), Numbered(padding_mode), align_corners ?? false")]
            public static partial Tensor grid_sample(Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear, GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null);

            /// <summary>The points of an image of the given size after the affine map θ, of shape (N, 2, 3) or (N, 3, 4).</summary>
            [Aten("affine_grid_generator", "theta, size, align_corners")]
            public static partial Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false);

            /// <summary>libtorch counts bilinear, nearest.</summary>
            private static long Numbered(GridSampleMode mode) => mode == GridSampleMode.Nearest ? 1 : 0;

            /// <summary>libtorch counts zeros, border, reflection.</summary>
            private static long Numbered(GridSamplePaddingMode mode) => mode switch
            {
                GridSamplePaddingMode.Border => 1,
                GridSamplePaddingMode.Reflection => 2,
                _ => 0,
            };
        }
    }
}
