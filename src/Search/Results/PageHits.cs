using Lectern.Search.Engines;
using Lectern.Search.Indexing;

namespace Lectern.Search.Results;

/// <summary>The sections an engine found, by page. A page counts as much as its best section.</summary>
internal sealed class PageHits
{
    private readonly Dictionary<int, List<(int Section, double Score, int Number)>> _sections = [];

    public PageHits(EngineHits hits, Catalogue catalogue)
    {
        for (var i = 0; i < hits.Numbers.Length; i++)
        {
            var (page, section) = catalogue.Place(hits.Numbers[i]);
            var found = (section, Math.Round(hits.Scores[i], Searcher.Digits), hits.Numbers[i]);
            if (_sections.TryGetValue(page, out var sections))
                sections.Add(found);
            else
                _sections[page] = [found];
        }
    }

    public int Count => _sections.Count;

    public IReadOnlyList<int> Pages => [.. _sections.Keys];

    /// <summary>The best pages, each with its sections, best first.</summary>
    public IEnumerable<(int Page, List<(int Section, double Score, int Number)> Sections)> Best(int limit) =>
        _sections.Select(p => (Page: p.Key, Score: p.Value.Max(s => s.Score))).OrderByDescending(p => p.Score).ThenBy(p => p.Page).Take(limit)
            .Select(p => (p.Page, _sections[p.Page].OrderByDescending(s => s.Score).ThenBy(s => s.Section).ToList()));
}
