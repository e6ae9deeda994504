using Lectern.Evidence;

namespace Lectern.Code.Claims;

/// <summary>A claim of a paper as its test declares it, with what was measured on each device.</summary>
/// <param name="Id"><c>C1</c>, <c>C2</c>, …</param>
/// <param name="Test">The name of the test method.</param>
/// <param name="Measured">One for each device that has a record of this claim.</param>
public sealed record Claim(string Id, string Text, string PaperValue, string Test, IReadOnlyList<Measured> Measured)
{
    /// <summary>Of its row on the page of the paper.</summary>
    public string Anchor => Id.ToLowerInvariant();

    public int Number => int.Parse(Id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What became of the claim on a device: not run where there is no record.</summary>
    public ClaimStatus On(string device) => Measured.FirstOrDefault(m => m.Device == device)?.Status ?? ClaimStatus.NotRun;
}

/// <summary>The record of a claim on one device.</summary>
/// <param name="Status">As recorded, or stale where the sources are no longer those that were run.</param>
/// <param name="Run">The run in which it was measured.</param>
public sealed record Measured(string Device, ClaimRecord Record, ClaimStatus Status, ClaimRun Run);
