namespace TorchSharp;

/// <summary>How many objects of one kind a thread made and disposed, in and outside of dispose scopes.</summary>
public class LifetimeStatistics
{
    public long CreatedOutsideScopeCount { get; internal set; }

    public long DisposedOutsideScopeCount { get; internal set; }

    public long CreatedInScopeCount { get; internal set; }

    public long DisposedInScopeCount { get; internal set; }

    public long AttachedToScopeCount { get; internal set; }

    public long DetachedFromScopeCount { get; internal set; }

    /// <summary>Made less disposed; what the collector frees is not seen here.</summary>
    public long ThreadTotalLiveCount => CreatedInScopeCount - DisposedInScopeCount + CreatedOutsideScopeCount - DisposedOutsideScopeCount;

    public void Reset()
    {
        (CreatedOutsideScopeCount, DisposedOutsideScopeCount) = (0, 0);
        (CreatedInScopeCount, DisposedInScopeCount) = (0, 0);
        (AttachedToScopeCount, DetachedFromScopeCount) = (0, 0);
    }

    public override string ToString() =>
        $"{nameof(ThreadTotalLiveCount)}: {ThreadTotalLiveCount}; {nameof(CreatedOutsideScopeCount)}: {CreatedOutsideScopeCount}; " +
        $"{nameof(DisposedOutsideScopeCount)}: {DisposedOutsideScopeCount}; {nameof(CreatedInScopeCount)}: {CreatedInScopeCount}; " +
        $"{nameof(DisposedInScopeCount)}: {DisposedInScopeCount}; {nameof(AttachedToScopeCount)}: {AttachedToScopeCount}; " +
        $"{nameof(DetachedFromScopeCount)}: {DetachedFromScopeCount}";
}
