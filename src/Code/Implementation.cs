using Lectern.Code.Claims;
using Lectern.Code.Source;
using Lectern.Evidence;

namespace Lectern.Code;

/// <summary>A paper as code: its files, what its tests claim, and what was measured.</summary>
/// <param name="Name">The id of its paper.</param>
/// <param name="TypeName">The name of its folder and of the class of its tests, less <c>Tests</c>.</param>
/// <param name="Hash">Of its sources and its tests, as the records carry it.</param>
/// <param name="Records">One for each device on which it was run.</param>
/// <param name="Unreadable">Files of evidence that are no records, each with the reason.</param>
public sealed record Implementation(
    string Name,
    string TypeName,
    string Hash,
    IReadOnlyList<CodeFile> Files,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<EvidenceRecord> Records,
    IReadOnlyList<(string Path, string Reason)> Unreadable)
{
    /// <summary>Devices on which claims can be run.</summary>
    public static readonly IReadOnlyList<string> Devices = ["cpu", "cuda"];

    public string TestClass => TypeName + "Tests";

    /// <summary>Passed where every claim passed on the device; else the worst of what there is.</summary>
    public ClaimStatus On(string device)
    {
        var all = Claims.Select(claim => claim.On(device)).ToHashSet();
        ClaimStatus[] worstFirst = [ClaimStatus.Failed, ClaimStatus.Stale, ClaimStatus.NotRun];
        return all.Count == 0 ? ClaimStatus.NotRun : worstFirst.FirstOrDefault(all.Contains, ClaimStatus.Passed);
    }

    /// <summary>The devices on which every claim passed, in the sources as they are now. On any of them the paper is verified.</summary>
    public IReadOnlyList<string> VerifiedOn => [.. Devices.Where(device => On(device) == ClaimStatus.Passed)];

    /// <summary>Equal for equal sources and records: what a page made of it depends on.</summary>
    public required string Stamp { get; init; }
}
