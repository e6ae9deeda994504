using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Lectern.Bench;

/// <summary>What was measured, as the tables of the README.</summary>
internal sealed class Report
{
    public List<ParseResult> Parse { get; } = [];

    public List<ScalingResult> Scaling { get; } = [];

    public List<SiteResult> Site { get; } = [];

    public List<RebuildResult> Rebuild { get; } = [];

    public List<SearchResult> Search { get; } = [];

    public List<BrowserResult> Browser { get; } = [];

    public string ToMarkdown() => $"{Heading()}\n{string.Join('\n', Tables().Select(table => table.Text))}";

    /// <summary>Puts each table that was measured in its place, which comments of its name enclose; the others stay.</summary>
    public void WriteTo(string readme)
    {
        var text = File.ReadAllText(readme);
        foreach (var (name, table) in Tables())
        {
            var (begin, end) = ($"<!-- {name} -->", $"<!-- end of {name} -->");
            var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
            if (from < 0 || to < from)
                throw new InvalidOperationException($"{readme} has no place for {name}.");
            text = $"{text[..(from + begin.Length)]}\n{Heading()}\n{table}{text[to..]}";
        }

        File.WriteAllText(readme, text);
    }

    private static string Heading() => $"{DateTime.UtcNow.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}; {Machine()}.\n";

    private IEnumerable<(string Name, string Text)> Tables()
    {
        if (Parse.Count > 0)
        {
            yield return ("parse", Table(
                "| parse | files | MB | Markdig, MB/s | Lectern, MB/s | ratio (goal ≥ 0.7) | kept, × input (goal < 12) | heap peak, × input | one file, kept at most |\n|--|--:|--:|--:|--:|--:|--:|--:|--:|",
                Parse.Select(r => $"{r.Name} | {r.Files} | {r.Bytes / 1e6:0.00} | {r.Markdig:0.0} | {r.Lectern:0.0} | **{r.Ratio:0.00}** | **{r.Kept:0.0}** | {r.Peak:0.0} | {r.Worst.Kept:0.0}")));
        }

        if (Site.Count > 0)
        {
            yield return ("build", Table(
                "| build | papers | pages, Hugo | pages, Lectern | Hugo, s | Lectern, s | ratio (goal ≥ 1) |\n|--|--:|--:|--:|--:|--:|--:|",
                Site.Select(r => $"{r.Name} | {r.Papers} | {r.HugoPages} | {r.Pages} | {r.Hugo:0.00} | {r.Lectern:0.00} | **{r.Ratio:0.00}**")));
        }

        if (Rebuild.Count > 0)
        {
            yield return ("rebuild", Table(
                "| rebuild after one note changed | notes | made anew, s (goal < 0.3) | pages | from the save to the open page, s |\n|--|--:|--:|--:|--:|",
                Rebuild.Select(r => $"{r.Name} | {r.Notes} | **{r.Made:0.000}** | {r.Pages} | {r.Told:0.000}")));
        }

        if (Search.Count > 0)
        {
            yield return ("search", Table(
                "| search | sections | Lucene++ | Lucene++ with stems | Lectern | ratio | ratio, both with stems (goal ≤ 1.3) |\n|--|--:|--:|--:|--:|--:|--:|",
                Search.SelectMany(Rows)));
        }

        if (Browser.Count > 0)
        {
            yield return ("search in the browser", Table(
                "| search in the browser | pages | first search, kB (goal ≤ 120 and 400) | its facets, kB | index, bytes a page | warm query p50, ms (goal < 10) | p95, ms |\n|--|--:|--:|--:|--:|--:|--:|",
                Browser.Select(r => $"{r.Papers} papers, {r.Engine.Name} | {r.Engine.Pages} | {r.Engine.First / 1000.0:0.0} | {r.Engine.Facets / 1000.0:0.0} | {r.Engine.PerPage:0} | {r.Engine.Half:0.00} | {r.Engine.Slow:0.00}")));
        }

        if (Scaling.Count > 0)
        {
            yield return ("hostile input", Table(
                "| hostile input | 64 kB, ns/byte | 256 kB | 1 MB | growth | linear |\n|--|--:|--:|--:|--:|--|",
                Scaling.Select(r => $"{r.Name} | {string.Join(" | ", Enumerable.Range(0, 3).Select(i => i < r.PerByte.Count ? $"{r.PerByte[i]:0}" : ""))} | {r.Growth:0.00} | {(r.Linear ? "yes" : "**no**")}")));
        }
    }

    private static string Table(string head, IEnumerable<string> rows) => $"{head}\n{string.Concat(rows.Select(row => $"| {row} |\n"))}";

    private static IEnumerable<string> Rows(SearchResult r)
    {
        return [Row($"{r.Papers} papers, index, ms", $"{r.Sections}", "0", t => t.Index), Row("query p50, ms", "", "0.00", t => t.Half), Row("query p99, ms", "", "0.00", t => t.Slowest)];

        string Row(string what, string sections, string form, Func<Times, double> of) =>
            $"{what} | {sections} | {of(r.Lucene).ToString(form)} | {of(r.Forms).ToString(form)} | {of(r.Lectern).ToString(form)} | {of(r.Lectern) / of(r.Lucene):0.00} | **{of(r.Lectern) / of(r.Forms):0.00}**";
    }

    private static string Machine()
    {
        var cpu = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        var markdig = typeof(Markdig.Markdown).Assembly.GetName().Version;
        return $"{Environment.ProcessorCount} cores of {cpu ?? RuntimeInformation.ProcessArchitecture.ToString()}, {memory} GB, "
            + $"{RuntimeInformation.OSDescription.Split(' ')[0]}, .NET {Environment.Version}, Markdig {markdig?.ToString(3)}{Hugo()}";
    }

    private static string Hugo()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("hugo", "version") { RedirectStandardOutput = true });
            var words = process?.StandardOutput.ReadToEnd().Split(' ') ?? [];
            return words.Length > 1 ? $", Hugo {words[1]}" : "";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return ", no Hugo";
        }
    }
}
