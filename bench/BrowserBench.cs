using System.Text.Json;

namespace Lectern.Bench;

/// <summary>Search in Chromium over the pages of one generated site: Lectern, Pagefind and MiniSearch, by <c>browser/measure.mjs</c>.</summary>
internal static class BrowserBench
{
    public static readonly int[] Sizes = [250, 20_000];

    private static string Scripts => Path.Combine(Program.Root, "bench", "browser");

    public static IEnumerable<BrowserResult> Run(int[] sizes, string folder)
    {
        if (!Directory.Exists(Path.Combine(Scripts, "node_modules")))
            SearchBench.Start("npm", "install", "--no-save", "--prefix", Scripts, "--no-audit", "--no-fund", "--loglevel=error");
        foreach (var papers in sizes)
        {
            var work = Path.Combine(folder, $"browser-{papers}");
            var (source, site, queries) = (Path.Combine(work, "source"), Path.Combine(work, "site"), Path.Combine(work, "queries"));
            Library.Write(source, Path.Combine(work, "hugo"), papers, math: true);
            File.WriteAllLines(queries, SearchBench.Asked().Where(query => !query.StartsWith('"')));
            SearchBench.Start("dotnet", Program.Built, "build", "--source", source, "--out", site);
            var measured = SearchBench.Start("node", Path.Combine(Scripts, "measure.mjs"), site, queries);
            foreach (var engine in JsonSerializer.Deserialize<List<Measured>>(measured, JsonSerializerOptions.Web)!)
                yield return new(papers, engine);
            Directory.Delete(work, true);
        }
    }
}

/// <param name="First">Bytes that the first search fetches.</param>
/// <param name="Facets">Bytes that follow for what narrows the answer, where that comes by itself.</param>
/// <param name="PerPage">Bytes of the index for each page.</param>
/// <param name="Half">Milliseconds of a warm query, at the 50th percentile.</param>
/// <param name="Slow">At the 95th.</param>
internal sealed record Measured(string Name, int Pages, long First, long Facets, double PerPage, double Half, double Slow);

internal sealed record BrowserResult(int Papers, Measured Engine);
