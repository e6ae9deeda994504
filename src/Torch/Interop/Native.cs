using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]
[module: SkipLocalsInit]

namespace TorchSharp;

internal enum NativeError
{
    None,
    Other,
    Index,
    Value,
    Type,
    NotImplemented,
    Linalg,
    Memory,
    Managed,
}

[StructLayout(LayoutKind.Sequential)]
internal struct NativeCounters
{
    public long Handles;
    public long Bytes;
}

[StructLayout(LayoutKind.Sequential)]
internal struct NativeInfo
{
    public long Elements;
    public long Offset;
    public long ElementSize;
    public int Type;
    public DeviceType DeviceType;
    public int DeviceIndex;
    public int Layout;
}

/// <summary>The functions of native/torch.</summary>
internal static unsafe partial class Native
{
    internal const string Library = "lectern_torch";
    private static readonly Lazy<nint> s_library = new(Open);

    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, Load);

    [DllImport(Library)] public static extern NativeError lt_find(byte* name, byte* overload, nint* handle);
    [DllImport(Library)] public static extern NativeError lt_call(nint op, Arg* arguments, int count, Arg* results, int capacity);
    [DllImport(Library)] public static extern NativeError lt_schema(nint op, byte** text);
    [DllImport(Library)] public static extern byte* lt_last_error();
    [DllImport(Library)] public static extern int lt_last_managed();
    [DllImport(Library)] public static extern byte* lt_version();
    [DllImport(Library)] public static extern NativeCounters* lt_counters();

    [DllImport(Library)] public static extern void lt_release(nint tensor);
    [DllImport(Library)] public static extern void lt_release_all(nint* tensors, int count);
    [DllImport(Library)] public static extern NativeError lt_retain(nint tensor, nint* result);
    [DllImport(Library), SuppressGCTransition] public static extern long lt_dim(nint tensor);
    [DllImport(Library)] public static extern int lt_is_contiguous(nint tensor);
    [DllImport(Library)] public static extern NativeError lt_sizes(nint tensor, long* sizes);
    [DllImport(Library)] public static extern NativeError lt_strides(nint tensor, long* strides);
    [DllImport(Library)] public static extern NativeError lt_info(nint tensor, NativeInfo* info);
    [DllImport(Library), SuppressGCTransition] public static extern int lt_dtype(nint tensor);
    [DllImport(Library)] public static extern NativeError lt_data(nint tensor, void** data);
    [DllImport(Library)] public static extern NativeError lt_storage(nint tensor, void** data, long* bytes);
    [DllImport(Library)]
    public static extern NativeError lt_from_blob(
        void* data, long* sizes, int dim, int type, nint context, delegate* unmanaged<nint, void> free, nint* result);

    [DllImport(Library)] public static extern NativeError lt_save(nint tensor, byte* path);
    [DllImport(Library)] public static extern NativeError lt_load(byte* path, nint* tensor);

    [DllImport(Library), SuppressGCTransition] public static extern int lt_grad_enabled();
    [DllImport(Library), SuppressGCTransition] public static extern void lt_set_grad_enabled(int on);
    [DllImport(Library), SuppressGCTransition] public static extern int lt_inference_enabled();
    [DllImport(Library)] public static extern NativeError lt_inference_begin(int on, nint* guard);
    [DllImport(Library)] public static extern void lt_inference_end(nint guard);
    [DllImport(Library)] public static extern int lt_requires_grad(nint tensor);
    [DllImport(Library)] public static extern NativeError lt_set_requires_grad(nint tensor, int on);
    [DllImport(Library)] public static extern NativeError lt_is_leaf(nint tensor, int* leaf);
    [DllImport(Library)] public static extern NativeError lt_retain_grad(nint tensor);
    [DllImport(Library)] public static extern NativeError lt_grad(nint tensor, nint* gradient);
    [DllImport(Library)] public static extern NativeError lt_grads(nint* tensors, int count, nint* gradients);
    [DllImport(Library)] public static extern NativeError lt_set_grad(nint tensor, nint gradient);
    [DllImport(Library)] public static extern NativeError lt_set_data(nint tensor, nint other);
    [DllImport(Library)]
    public static extern NativeError lt_backward(
        nint* tensors, int count, nint* gradients, int gradientCount, int keepGraph, int createGraph, nint* inputs, int inputCount);
    [DllImport(Library)]
    public static extern NativeError lt_gradients(
        nint* outputs, int count, nint* inputs, int inputCount, nint* gradients, int gradientCount,
        int keepGraph, int createGraph, int allowUnused, nint* results);
    [DllImport(Library)]
    public static extern NativeError lt_attach(
        nint context, delegate* unmanaged<nint, nint, nint*, int, nint*, int, int> backward, delegate* unmanaged<nint, void> free,
        nint* inputs, int inputCount, nint* outputs, OutputKind* kinds, int outputCount, nint* saved, int savedCount, nint* results);
    [DllImport(Library)] public static extern NativeError lt_saved(nint node, int index, nint* result);
    [DllImport(Library)] public static extern int lt_anomaly(int which);
    [DllImport(Library)] public static extern void lt_set_anomaly(int on, int checkNan);
    [DllImport(Library)]
    public static extern NativeError lt_add_hook(
        nint tensor, nint context, delegate* unmanaged<nint, nint, nint*, int> hook, delegate* unmanaged<nint, void> free, uint* position);
    [DllImport(Library)] public static extern NativeError lt_remove_hook(nint tensor, uint position);

    [DllImport(Library)] public static extern int lt_threads();
    [DllImport(Library)] public static extern NativeError lt_set_threads(int count);
    [DllImport(Library)] public static extern int lt_interop_threads();
    [DllImport(Library)] public static extern NativeError lt_set_interop_threads(int count);
    [DllImport(Library)] public static extern int lt_default_dtype();
    [DllImport(Library)] public static extern NativeError lt_set_default_dtype(int type);
    [DllImport(Library)] public static extern NativeError lt_manual_seed(ulong seed);
    [DllImport(Library)] public static extern NativeError lt_generator(int deviceType, int index, ulong seed, nint* generator);
    [DllImport(Library)] public static extern void lt_generator_free(nint generator);
    [DllImport(Library)] public static extern ulong lt_generator_initial_seed(nint generator);
    [DllImport(Library)] public static extern NativeError lt_generator_manual_seed(nint generator, ulong seed);
    [DllImport(Library)] public static extern NativeError lt_generator_seed(nint generator, ulong* seed);
    [DllImport(Library)] public static extern NativeError lt_generator_state(nint generator, nint* state);
    [DllImport(Library)] public static extern NativeError lt_generator_set_state(nint generator, nint state);
    [DllImport(Library)] public static extern int lt_cuda_devices();
    [DllImport(Library)] public static extern int lt_cudnn_available();
    [DllImport(Library)] public static extern NativeError lt_cuda_synchronize(long index);
    [DllImport(Library)] public static extern NativeError lt_cuda_seed(ulong seed);
    [DllImport(Library)] public static extern int lt_allow_tf32(int which);
    [DllImport(Library)] public static extern NativeError lt_set_allow_tf32(int which, int on);
    [DllImport(Library)] public static extern int lt_backend_flag(BackendFlag flag);
    [DllImport(Library)] public static extern NativeError lt_set_backend_flag(BackendFlag flag, int on);
    [DllImport(Library)] public static extern NativeError lt_deterministic(int on);

    /// <summary>Throws when a native call has failed. The kind of failure is the exception's error code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(NativeError error)
    {
        if (error != NativeError.None) NativeFailure.Throw(error);
    }

    /// <summary>Asked anew at the first call of each function.</summary>
    internal static nint Load(string name, Assembly assembly, DllImportSearchPath? path) => name == Library ? s_library.Value : 0;

    private static nint Open()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, $"lib{Library}.so");
        if (File.Exists(beside)) return Start(NativeLibrary.Load(beside));
        throw new DllNotFoundException(
            $"The tensor library is not built: {beside} is missing. Start ./lectern test, which builds it, or set LIBTORCH to the folder of a libtorch and build again.");
    }

    /// <summary>As many threads as there are processors, unless OMP_NUM_THREADS says otherwise: some builds of libtorch start with one.</summary>
    private static nint Start(nint library)
    {
        var setThreads = (delegate* unmanaged<int, NativeError>)NativeLibrary.GetExport(library, nameof(lt_set_threads));
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OMP_NUM_THREADS"))) setThreads(Environment.ProcessorCount);
        return library;
    }
}
