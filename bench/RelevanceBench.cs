using System.Text.Json;
using Lectern.Catalog;
using Lectern.Code;
using Lectern.Search.Documents;
using Lectern.Search.Engines;
using Lectern.Search.Indexing;
using Lectern.Search.Results;
using Lectern.Text;

namespace Lectern.Bench;

/// <summary>The judged queries over this repository's own knowledge base: the rank of the first relevant page of each.</summary>
internal static class RelevanceBench
{
    private static readonly string[] Parts = ["papers", "notes"];

    public static void Run(string folder)
    {
        var documents = Parts.SelectMany(part => Directory.EnumerateFiles(Path.Combine(Program.Root, part), "*.md")).Order(StringComparer.Ordinal)
            .Select(f => NotationParser.Parse(SourceText.From(Path.GetRelativePath(Program.Root, f), File.ReadAllBytes(f)), Lexicon.Default.MatchLength)).ToList();
        var pages = PageReader.Read(KnowledgeBase.From(documents), new(p => p.Id, d => d.Path), new ImplementationReader(Program.Root).Read());
        var index = Path.Combine(folder, "relevance");
        new IndexWriter(index, SearchEngines.Default).Update(pages, "bench", fresh: true, CancellationToken.None);
        using var open = SearchIndex.Open(index, SearchEngines.Default, out var problem) ?? throw new InvalidOperationException(problem);
        var searcher = new Searcher(open);
        var judged = JsonSerializer.Deserialize<List<Judged>>(File.ReadAllText(Path.Combine(Program.Root, "tests", "Search", "relevance.json")), JsonSerializerOptions.Web)!;
        var ranks = judged.Select(j => (j.Kind, j.Query, Rank: Relevance.ReciprocalRank(searcher, j.Query, j.Relevant))).ToList();
        foreach (var kind in ranks.GroupBy(r => r.Kind))
            Console.WriteLine($"{kind.Key,-14}{kind.Count(),4} queries  {kind.Average(r => r.Rank):0.000}");
        foreach (var (_, query, rank) in ranks.Where(r => r.Rank < 1))
            Console.WriteLine($"  {rank:0.00}  {query}");
        Console.WriteLine($"mean reciprocal rank of {ranks.Count} queries: {ranks.Average(r => r.Rank):0.000} (goal ≥ 0.9)");
    }

    private sealed record Judged(string Kind, string Query, IReadOnlyList<string> Relevant);
}
