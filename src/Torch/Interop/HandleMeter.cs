using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>
/// The collector sees a tensor as a hundred bytes. This sees what it holds, and asks for a collection when that has grown by much since the last one.
/// </summary>
internal static unsafe class HandleMeter
{
    /// <summary>A small tensor takes about a kilobyte, most of it outside of the heap.</summary>
    private const long StepOfHandles = 4096;

    private const long StepOfBytes = 64L << 20;
    private static readonly NativeCounters* s_counters = Native.lt_counters();
    private static readonly Lock s_gate = new();
    private static long s_nextHandles = StepOfHandles;
    private static long s_nextBytes = StepOfBytes;
    private static long s_peak;

    /// <summary>Handles that are not freed yet.</summary>
    public static long Live => Volatile.Read(ref s_counters->Handles);

    /// <summary>The most that were alive at one time.</summary>
    public static long Peak => Math.Max(s_peak, Live);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Created()
    {
        var handles = s_counters->Handles;
        if (handles > s_peak) s_peak = handles;
        if (handles > s_nextHandles || s_counters->Bytes > s_nextBytes) Collect();
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
            var (handles, bytes) = (Live, s_counters->Bytes);
            for (var generation = 0; generation <= 2; generation++)
            {
                GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
                GC.WaitForPendingFinalizers();
                if (Live < handles - StepOfHandles / 2 || s_counters->Bytes < bytes - StepOfBytes / 2) break;
            }

            s_nextHandles = Live + Math.Max(StepOfHandles, Live / 2);
            s_nextBytes = s_counters->Bytes + Math.Max(StepOfBytes, s_counters->Bytes / 2);
        }
        finally
        {
            s_gate.Exit();
        }
    }
}
