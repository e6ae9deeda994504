namespace TorchSharp;

/// <summary>While on, a backward pass that gives NaN is an error, which says in the log which forward operation it belongs to.</summary>
public class AnomalyMode : IDisposable
{
    private readonly bool _wasEnabled = IsEnabled;
    private readonly bool _checkedNaN = ShouldCheckNaN;

    public AnomalyMode(bool enabled, bool check_nan = true) => Native.lt_set_anomaly(enabled ? 1 : 0, check_nan ? 1 : 0);

    public static bool IsEnabled => Native.lt_anomaly(0) != 0;

    public static bool ShouldCheckNaN => Native.lt_anomaly(1) != 0;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Native.lt_set_anomaly(_wasEnabled ? 1 : 0, _checkedNaN ? 1 : 0);
    }
}
