using Lectern.Catalog;
using Lectern.Catalog.Export;
using Lectern.Model;
using Lectern.Site;
using Lectern.Site.Formulas;
using Lectern.Text;

namespace Lectern.Bench;

/// <summary>What <c>serve</c> does when a note is saved: read it, merge the catalog, make the pages that depend on it.</summary>
internal static class RebuildBench
{
    public static RebuildResult Run(string name, string source, int rounds)
    {
        var paths = ((string[])["papers", "notes"])
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(source, f), "*.md"))
            .Select(f => Path.GetRelativePath(source, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        var documents = paths.AsParallel().AsOrdered().Select(p => Read(source, p)).ToArray();
        var assets = new SiteAssets(Path.Combine(Program.Root, "src", "Site", "assets"));
        using var setter = new KatexSetter(assets.Folder!, null);
        var builder = new SiteBuilder(SiteSettings.ReadFrom(source).Settings, assets, setter, BibTex.Write);
        var generation = builder.Build(KnowledgeBase.From(documents));
        Console.Error.WriteLine($"rebuild: {name}, {documents.Length} documents, {generation.PageCount} pages");

        var times = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            // Each time another note, from the middle on.
            var changed = documents.Length / 2 + round;
            File.AppendAllText(Path.Combine(source, paths[changed]), $"\nA sentence was added in round {round}.\n");
            var seconds = Timing.Seconds(() =>
            {
                documents[changed] = Read(source, paths[changed]);
                generation = builder.Build(KnowledgeBase.From(documents), generation);
            });
            Console.Error.WriteLine($"rebuild: {seconds:0.000} s, {generation.Rendered.Count} pages");
            if (round > 0)
                times.Add(seconds);
        }

        return new(name, documents.Length, Timing.Median(times), generation.Rendered.Count);
    }

    private static Document Read(string source, string path) =>
        NotationParser.Parse(SourceText.From(path, File.ReadAllBytes(Path.Combine(source, path))), Lexicon.Default.MatchLength);
}

/// <summary>Median seconds from reading the changed note to the new site in memory, in a process that has built before.</summary>
internal sealed record RebuildResult(string Name, int Documents, double Seconds, int Pages);
