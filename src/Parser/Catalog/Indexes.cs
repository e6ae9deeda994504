namespace Lectern.Catalog;

/// <summary>Papers by what a reader browses by. Terms are in alphabetical order, papers in that of the catalog.</summary>
internal static class Indexes
{
    public static IReadOnlyList<IndexTerm> Authors(IReadOnlyList<Paper> papers) =>
        Group(papers, p => p.Authors, Slugs.Author);

    public static IReadOnlyList<IndexTerm> Tags(IReadOnlyList<Paper> papers, TagSpelling spelling) =>
        [.. Group(papers, p => p.Tags, Slugs.Tag).Select(t => t with { Name = spelling.Of(t.Name) })];

    public static IReadOnlyList<IndexTerm> Venues(IReadOnlyList<Paper> papers) =>
        Group(papers, p => p.Venue is { } venue ? [Facts.Series(venue)] : [], Slugs.Venue);

    public static IReadOnlyList<IndexTerm> Years(IReadOnlyList<Paper> papers) =>
        [.. papers.Where(p => p.Year is not null).GroupBy(p => p.Year!.Value).OrderByDescending(g => g.Key)
            .Select(g => new IndexTerm($"{g.Key}", $"{g.Key}", [.. g]))];

    public static IReadOnlyList<Reading> Timeline(IReadOnlyList<Paper> papers) =>
        [.. papers.SelectMany(p => p.Mentions.Where(m => m.Entry.Zettel?.Time is not null)
                .Select(m => new Reading(m.Entry.Zettel!.Time!.Value, m.Entry.Zettel.Candidates.Count > 1, m, p)))
            .OrderByDescending(r => r.Time)
            .ThenBy(r => r.Mention.Document.Path, StringComparer.Ordinal).ThenBy(r => r.Mention.Entry.At.Offset)];

    private static List<IndexTerm> Group(
        IReadOnlyList<Paper> papers, Func<Paper, IReadOnlyList<string>> names, Func<string, string> slug)
    {
        var slugs = new Memo<string>(slug);
        var terms = new Dictionary<string, (Dictionary<string, int> Names, List<Paper> Papers)>(StringComparer.Ordinal);
        foreach (var paper in papers)
        {
            foreach (var name in names(paper))
            {
                if (!terms.TryGetValue(slugs[name], out var term))
                    terms[slugs[name]] = term = (new(StringComparer.Ordinal), []);
                term.Names[name] = term.Names.GetValueOrDefault(name) + 1;
                if (term.Papers is not [.., var last] || !ReferenceEquals(last, paper))
                    term.Papers.Add(paper);
            }
        }

        return [.. terms.OrderBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => new IndexTerm(t.Key, t.Value.Names.MaxBy(n => n.Value).Key, t.Value.Papers))];
    }
}
