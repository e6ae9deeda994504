namespace TorchSharp;

public static partial class torch
{
    public static class backends
    {
        public static class cuda
        {
            public static bool flash_sdp_enabled() => Native.lt_backend_flag(BackendFlag.FlashAttention) != 0;

            public static void enable_flash_sdp(bool enable) => Set(BackendFlag.FlashAttention, enable);

            public static bool math_sdp_enabled() => Native.lt_backend_flag(BackendFlag.MathAttention) != 0;

            public static void enable_math_sdp(bool enable) => Set(BackendFlag.MathAttention, enable);

            public static class matmul
            {
                /// <summary>Products of float32 matrices may round their factors to 10 bits behind the point.</summary>
                public static bool allow_tf32
                {
                    get => Native.lt_allow_tf32(0) != 0;
                    set => Native.Check(Native.lt_set_allow_tf32(0, value ? 1 : 0));
                }

                /// <summary>Sums within products of float16 matrices may be rounded to float16.</summary>
                public static bool allow_fp16_reduced_precision_reduction
                {
                    get => Native.lt_backend_flag(BackendFlag.HalfReduction) != 0;
                    set => Set(BackendFlag.HalfReduction, value);
                }
            }
        }

        public static class cudnn
        {
            public static bool allow_tf32
            {
                get => Native.lt_allow_tf32(1) != 0;
                set => Native.Check(Native.lt_set_allow_tf32(1, value ? 1 : 0));
            }
        }

        private static void Set(BackendFlag flag, bool on) => Native.Check(Native.lt_set_backend_flag(flag, on ? 1 : 0));
    }
}

/// <summary>The numbers are those of native/torch/runtime.cpp.</summary>
internal enum BackendFlag
{
    FlashAttention = 0,
    MathAttention = 1,
    HalfReduction = 2,
}
