namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A length that is left out is written as −1 by callers, and as nothing by operators.</summary>
        internal static long? Given(long length) => length < 0 ? null : length;

        internal static string Text(PaddingModes mode) => mode == PaddingModes.Zeros ? "constant" : mode.ToString().ToLowerInvariant();

        /// <summary>What an operator wrote into <paramref name="target"/> comes back as a second handle, which is let go.</summary>
        internal static Tensor Filled(Tensor target, Tensor result)
        {
            result.Dispose();
            return target;
        }

        private long[] Indices()
        {
            using var scope = NewDisposeScope();
            return to(ScalarType.Int64, torch.CPU).data<long>().ToArray();
        }
    }

    public static partial class fft
    {
        internal static string Text(FFTNormType norm) => norm.ToString().ToLowerInvariant();
    }

    public static partial class linalg
    {
        /// <summary>Which factors a QR decomposition of an m×n matrix gives: Q of m×min(m, n), Q of m×m, or R only.</summary>
        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2,
        }

        private static string Text(QRMode mode) => mode.ToString().ToLowerInvariant();
    }
}
