using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>
/// The collector sees a tensor as a hundred bytes. This sees what it holds, and asks for a collection when that has grown by much since the last one.
/// </summary>
internal static unsafe class HandleMeter
{
    /// <summary>Beside its elements, a tensor takes about this much of libtorch's memory.</summary>
    private const long BytesOfHandle = 512;

    private const long Step = 16L << 20;
    private static readonly NativeCounters* s_counters = Native.lt_counters();
    private static readonly Lock s_gate = new();
    private static long s_next = Step;
    private static long s_peak;

    /// <summary>Handles that are not freed yet.</summary>
    public static long Live => Volatile.Read(ref s_counters->Handles);

    /// <summary>The most that were alive at one time.</summary>
    public static long Peak => Math.Max(s_peak, Live);

    private static long Held => s_counters->Handles * BytesOfHandle + s_counters->Bytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Created()
    {
        var handles = s_counters->Handles;
        if (handles > s_peak) s_peak = handles;
        if (handles * BytesOfHandle + s_counters->Bytes > s_next) Collect();
    }

    /// <summary>Collects and waits until every tensor that nobody holds is freed.</summary>
    public static void FreeEverythingUnused()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Collect()
    {
        if (!s_gate.TryEnter()) return;
        try
        {
            // Young tensors first. Where that frees too little, older ones were dropped too; where all are in use, the next step is longer.
            var before = Held;
            for (var generation = 0; generation <= 2 && Held > before - Step / 2; generation++)
            {
                GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
                GC.WaitForPendingFinalizers();
            }

            s_next = Held + Math.Max(Step, Held / 2);
        }
        finally
        {
            s_gate.Exit();
        }
    }
}
