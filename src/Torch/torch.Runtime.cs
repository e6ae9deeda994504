using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Tensors and neural networks with the names of TorchSharp 0.106, on the libtorch of this machine.</summary>
public static unsafe partial class torch
{
    /// <summary>The version of libtorch.</summary>
    public static string __version__ => Marshal.PtrToStringUTF8((nint)Native.lt_version())!;

    public static int get_num_threads() => Native.lt_threads();

    public static void set_num_threads(int num) => Native.Check(Native.lt_set_threads(num));

    public static int get_num_interop_threads() => Native.lt_interop_threads();

    public static void set_num_interop_threads(int num) => Native.Check(Native.lt_set_interop_threads(num));

    public static Generator manual_seed(long seed)
    {
        Native.Check(Native.lt_manual_seed((ulong)seed));
        return Generator.Default;
    }

    public static Tensor get_rng_state() => Generator.Default.get_state();

    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    public static bool cuda_is_available() => cuda.is_available();

    public static class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static long seed() => Generator.Default.seed();

        public static long initial_seed() => Generator.Default.initial_seed();

        public static Tensor get_rng_state() => torch.get_rng_state();

        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }

    public static class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count() => Native.lt_cuda_devices();

        public static bool is_cudnn_available() => Native.lt_cudnn_available() != 0;

        public static void manual_seed(long seed) => manual_seed_all(seed);

        public static void manual_seed_all(long seed)
        {
            if (is_available()) Native.Check(Native.lt_cuda_seed((ulong)seed));
        }

        public static void synchronize(Device? device = null) => Native.Check(Native.lt_cuda_synchronize(device?.index ?? -1));
    }
}
