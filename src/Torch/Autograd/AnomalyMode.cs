namespace TorchSharp;

/// <summary>While it lives, a backward pass says which forward operator a failing gradient, or one that is not a number, belongs to.</summary>
public class AnomalyMode : IDisposable
{
    private readonly bool _before = IsEnabled;
    private readonly bool _checkedNaN = ShouldCheckNaN;

    public AnomalyMode(bool enabled, bool check_nan = true) => Set(enabled, check_nan);

    public static bool IsEnabled => (Native.lt_anomaly() & 1) != 0;

    public static bool ShouldCheckNaN => (Native.lt_anomaly() & 2) != 0;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Set(_before, _checkedNaN);
    }

    private static void Set(bool enabled, bool checkNaN) => Native.Check(Native.lt_set_anomaly(enabled ? 1 : 0, checkNaN ? 1 : 0));
}

public static partial class torch
{
    public static unsafe partial class autograd
    {
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);
    }
}
