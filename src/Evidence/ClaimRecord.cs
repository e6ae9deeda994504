namespace Lectern.Evidence;

/// <summary>What became of a claim when it was last measured.</summary>
public enum ClaimStatus
{
    NotRun,
    Passed,
    Failed,
    Stale,
}

/// <summary>One claim of a paper, measured on an implementation.</summary>
/// <param name="Id"><c>C1</c>, <c>C2</c>, …</param>
/// <param name="Text">The claim as one sentence.</param>
/// <param name="PaperValue">What the paper gives, with its table, figure or equation.</param>
/// <param name="Measured">The number that was measured; null when the claim has not run to its end.</param>
/// <param name="Spread">Half the range over the seeds, where there were several.</param>
/// <param name="Unit">The unit of <paramref name="Measured"/>; empty for a ratio or a count.</param>
/// <param name="Bound">Our bound, as in <c>≤ 1e-6</c>.</param>
/// <param name="Message">Why it failed.</param>
public sealed record ClaimRecord(
    string Id,
    string Text,
    string PaperValue,
    double? Measured,
    double? Spread,
    string Unit,
    string Bound,
    ClaimStatus Status,
    double Seconds,
    string? Message);
