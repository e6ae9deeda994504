using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Lectern.Bench;

/// <summary>What was measured, as the table of the README.</summary>
internal sealed class Report
{
    private const string Begin = "<!-- results -->";
    private const string End = "<!-- end of results -->";

    public List<ParseResult> Parse { get; } = [];

    public List<ScalingResult> Scaling { get; } = [];

    public List<SiteResult> Site { get; } = [];

    public List<RebuildResult> Rebuild { get; } = [];

    public List<SearchResult> Search { get; } = [];

    public List<BrowserResult> Browser { get; } = [];

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append($"{DateTime.UtcNow.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}; {Machine()}.\n");
        if (Parse.Count > 0)
        {
            text.Append("\n| parse | files | MB | Markdig, MB/s | Lectern, MB/s | ratio (goal ≥ 0.7) | kept, × input (goal < 12) | heap peak, × input | one file, kept at most |\n|--|--:|--:|--:|--:|--:|--:|--:|--:|\n");
            foreach (var r in Parse)
                text.Append($"| {r.Name} | {r.Files} | {r.Bytes / 1e6:0.00} | {r.Markdig:0.0} | {r.Lectern:0.0} | **{r.Ratio:0.00}** | **{r.Kept:0.0}** | {r.Peak:0.0} | {r.Worst.Kept:0.0} |\n");
        }

        if (Site.Count > 0)
        {
            text.Append("\n| build | papers | pages, Hugo | pages, Lectern | Hugo, s | Lectern, s | ratio (goal ≥ 1) |\n|--|--:|--:|--:|--:|--:|--:|\n");
            foreach (var r in Site)
                text.Append($"| {r.Name} | {r.Papers} | {r.HugoPages} | {r.Pages} | {r.Hugo:0.00} | {r.Lectern:0.00} | **{r.Ratio:0.00}** |\n");
        }

        if (Rebuild.Count > 0)
        {
            text.Append("\n| rebuild after one note changed | notes | made anew, s (goal < 0.3) | pages | from the save to the open page, s |\n|--|--:|--:|--:|--:|\n");
            foreach (var r in Rebuild)
                text.Append($"| {r.Name} | {r.Notes} | **{r.Made:0.000}** | {r.Pages} | {r.Told:0.000} |\n");
        }

        if (Search.Count > 0)
        {
            text.Append("\n| search | sections | Lucene++ | Lucene++ with stems | Lectern | ratio | ratio, both with stems (goal ≤ 1.3) |\n|--|--:|--:|--:|--:|--:|--:|\n");
            foreach (var r in Search)
            {
                Row($"{r.Papers} papers, index, ms", $"{r.Sections}", "0", r, t => t.Index);
                Row("query p50, ms", "", "0.00", r, t => t.Half);
                Row("query p99, ms", "", "0.00", r, t => t.Slowest);
            }

            void Row(string what, string sections, string form, SearchResult r, Func<Times, double> of) => text.Append(
                $"| {what} | {sections} | {of(r.Lucene).ToString(form)} | {of(r.Forms).ToString(form)} | {of(r.Lectern).ToString(form)} | {of(r.Lectern) / of(r.Lucene):0.00} | **{of(r.Lectern) / of(r.Forms):0.00}** |\n");
        }

        if (Browser.Count > 0)
        {
            text.Append("\n| search in the browser | pages | first search, kB (goal ≤ 120 and 400) | its facets, kB | index, bytes a page | warm query p50, ms (goal < 10) | p95, ms |\n|--|--:|--:|--:|--:|--:|--:|\n");
            foreach (var (papers, e) in Browser)
                text.Append($"| {papers} papers, {e.Name} | {e.Pages} | {e.First / 1000.0:0.0} | {e.Facets / 1000.0:0.0} | {e.PerPage:0} | {e.Half:0.00} | {e.Slow:0.00} |\n");
        }

        if (Scaling.Count > 0)
        {
            text.Append("\n| hostile input | 64 kB, ns/byte | 256 kB | 1 MB | growth | linear |\n|--|--:|--:|--:|--:|--|\n");
            foreach (var r in Scaling)
            {
                var perByte = Enumerable.Range(0, 3).Select(i => i < r.PerByte.Count ? $"{r.PerByte[i]:0}" : "");
                text.Append($"| {r.Name} | {string.Join(" | ", perByte)} | {r.Growth:0.00} | {(r.Linear ? "yes" : "**no**")} |\n");
            }
        }

        return text.ToString();
    }

    public static void WriteTo(string readme, string table)
    {
        var text = File.ReadAllText(readme);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new InvalidOperationException($"{readme} has no place for results.");
        File.WriteAllText(readme, $"{text[..(begin + Begin.Length)]}\n{table}{text[end..]}");
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
