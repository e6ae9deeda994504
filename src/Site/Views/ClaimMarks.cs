using Lectern.Evidence;

namespace Lectern.Site.Views;

/// <summary>The state of claims: a sign and a word, for colour alone tells nobody who cannot see it.</summary>
internal static class ClaimMarks
{
    public static string Word(ClaimStatus status) => status switch
    {
        ClaimStatus.Passed => "passed",
        ClaimStatus.Failed => "failed",
        ClaimStatus.Stale => "stale",
        _ => "not run",
    };

    public static string Html(ClaimStatus status, string? words = null) =>
        $"<span class=\"claim-state {Class(status)}\"><span aria-hidden=\"true\">{Sign(status)}</span> {Rendering.Html.Encode(words ?? Word(status))}</span>";

    public static string Device(string device) => device == "cuda" ? "GPU" : device.ToUpperInvariant();

    private static string Sign(ClaimStatus status) => status switch
    {
        ClaimStatus.Passed => "●",
        ClaimStatus.Failed => "✕",
        ClaimStatus.Stale => "◐",
        _ => "○",
    };

    private static string Class(ClaimStatus status) => status switch
    {
        ClaimStatus.Passed => "passed",
        ClaimStatus.Failed => "failed",
        ClaimStatus.Stale => "stale",
        _ => "not-run",
    };
}
