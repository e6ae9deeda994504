using Lectern.Cli.Output;
using Lectern.Code;
using Lectern.Evidence;

namespace Lectern.Cli.Claims;

/// <summary>Claims for a person to read: one line each.</summary>
internal static class ClaimTable
{
    public static void Print(Terminal terminal, IReadOnlyList<Implementation> all)
    {
        foreach (var implementation in all)
        {
            var devices = Implementation.Devices.Select(device => $"{device} {Mark(implementation.On(device))}");
            terminal.Line($"{terminal.InStrong(implementation.Name)}  {Words.Count(implementation.Claims.Count, "claim")}, {string.Join(", ", devices)}");
            var rows = implementation.Claims.SelectMany(claim => claim.Measured.Select(m => new[] { "  " + claim.Id, m.Device, Mark(m.Status), NumberText.Of(m.Record), m.Record.Bound, claim.Text })
                .DefaultIfEmpty(["  " + claim.Id, "", Mark(ClaimStatus.NotRun), "", "", claim.Text]));
            Columns.Print(terminal, [.. rows]);
        }
    }

    public static void Print(Terminal terminal, IEnumerable<ClaimRecord> claims) =>
        Columns.Print(terminal, [.. claims.Select(c => new[] { c.Id, Mark(c.Status), NumberText.Of(c), c.Bound, $"{c.Seconds:0.0} s", c.Text })]);

    public static string Mark(ClaimStatus status) => status switch
    {
        ClaimStatus.Passed => "● passed",
        ClaimStatus.Failed => "✕ failed",
        ClaimStatus.Stale => "◐ stale",
        _ => "○ not run",
    };
}
