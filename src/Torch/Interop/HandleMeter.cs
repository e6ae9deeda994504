using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>
/// The collector sees a tensor as forty bytes. This sees what it holds, and asks for a collection when much was handed out since the last one.
/// </summary>
internal static unsafe class HandleMeter
{
    private const long Step = 64L << 20;
    private static readonly NativeCounters* s_counters = Native.lt_counters();
    private static readonly Lock s_gate = new();
    private static long s_next = Step;

    /// <summary>Handles that are not freed yet.</summary>
    public static long Live => Volatile.Read(ref s_counters->Handles);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Created()
    {
        if (s_counters->Bytes > s_next) Collect();
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
            // Young tensors first. Where that frees too few, older ones were dropped too; where all are in use, the next step is longer.
            var before = Live;
            for (var generation = 0; generation <= 2 && Live > before / 2; generation++)
            {
                GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
                GC.WaitForPendingFinalizers();
            }

            var freed = before - Live;
            s_next = s_counters->Bytes + Step * (freed > before / 2 ? 1 : 8);
        }
        finally
        {
            s_gate.Exit();
        }
    }
}
