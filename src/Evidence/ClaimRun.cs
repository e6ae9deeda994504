namespace Lectern.Evidence;

/// <summary>The circumstances of a measurement.</summary>
/// <param name="Hash">Of the sources that were run; another hash makes the measurement stale.</param>
/// <param name="Form"><c>quick</c> or <c>full</c>.</param>
public sealed record ClaimRun(string Hash, DateOnly Date, long Seed, string Form, string DeviceName, string Library);
