using Lectern.Code;
using Lectern.Code.Claims;
using Lectern.Evidence;

namespace Lectern.Site.Views;

/// <summary>What a page says of the claims of an implementation.</summary>
internal static class ClaimWords
{
    /// <summary>"Each is a test. On the CPU 9 of 10 passed and 1 failed; on the GPU not run."</summary>
    public static string Summary(Implementation implementation) =>
        $"Each is a test of the code above. {string.Join("; ", Implementation.Devices.Select(device => $"on the {ClaimMarks.Device(device)} {Counted(implementation, device)}"))}."
            .Replace(". on", ". On", StringComparison.Ordinal);

    private static string Counted(Implementation implementation, string device)
    {
        var counts = implementation.Claims.CountBy(claim => claim.On(device)).ToDictionary();
        if (counts.Count == 0 || counts.GetValueOrDefault(ClaimStatus.NotRun) == implementation.Claims.Count)
            return "not run";
        ClaimStatus[] order = [ClaimStatus.Passed, ClaimStatus.Failed, ClaimStatus.Stale, ClaimStatus.NotRun];
        return string.Join(", ", order.Where(counts.ContainsKey).Select(status => $"{counts[status]} {ClaimMarks.Word(status)}"));
    }

    public static string OrDash(string? text) => string.IsNullOrEmpty(text) ? "–" : text;

    public static string Where(Measured? measured) =>
        measured is null ? "–" : $"{ClaimMarks.Device(measured.Device)}, {measured.Run.Date:d MMM yyyy}{(measured.Run.Form == "full" ? ", full" : "")}";

    /// <summary>The machine, library, seed and time of each record.</summary>
    public static IEnumerable<string> Runs(Implementation implementation)
    {
        foreach (var record in implementation.Records)
        {
            yield return $"{ClaimMarks.Device(record.Device)}: {record.DeviceName}, {record.Library}, seed {record.Seed}, {record.Form} form in {NumberText.Of(record.Seconds, 3)} s, {record.Date:d MMMM yyyy}.";
        }

        if (implementation.Claims.Any(claim => claim.Measured.Any(m => m.Status == ClaimStatus.Stale)))
            yield return "Stale: the code or its tests have changed since this was measured.";
    }
}
