namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a type of floating point; those of a complex type are those of its parts.</summary>
    public struct FInfo
    {
        public int bits;

        /// <summary>The distance from 1 to the next number.</summary>
        public double eps;
        public double max;
        public double min;

        /// <summary>The least positive number with all its digits.</summary>
        public double tiny;
        public double smallest_normal;

        /// <summary>10 to the power −p, where p decimal digits survive the type.</summary>
        public double resolution;
    }

    public static FInfo finfo() => finfo(get_default_dtype());

    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.BFloat16 => Limits(16, 7, 127, 1e-2),
        ScalarType.Float16 => Limits(16, 10, 15, 1e-3),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => Limits(32, 23, 127, 1e-6),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => Limits(64, 52, 1023, 1e-15),
        _ => throw new ArgumentException($"{dtype} is not a type of floating point.", nameof(dtype)),
    };

    /// <summary>With m bits behind the point and the largest exponent E: eps = 2^−m, max = (2 − eps)·2^E, tiny = 2^(1−E).</summary>
    private static FInfo Limits(int bits, int mantissa, int exponent, double resolution)
    {
        var eps = Math.ScaleB(1, -mantissa);
        var max = Math.ScaleB(2 - eps, exponent);
        var tiny = Math.ScaleB(1, 1 - exponent);
        return new FInfo { bits = bits, eps = eps, max = max, min = -max, tiny = tiny, smallest_normal = tiny, resolution = resolution };
    }
}
