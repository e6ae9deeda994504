using Lectern.Search.Engines;
using Lectern.Search.Indexing;

namespace Lectern.Search.Results;

/// <summary>A section that matches; of its page it is the number <paramref name="Section"/>.</summary>
internal sealed record FoundSection(int Section, double Score, int Number);

/// <summary>A page and its sections that match, best first.</summary>
internal sealed record FoundPage(int Page, IReadOnlyList<FoundSection> Sections);

/// <summary>The sections an engine found, by page. A page counts as much as its best section.</summary>
internal sealed class PageHits
{
    private readonly EngineHits _hits;
    private readonly Catalogue _catalogue;
    private readonly double[] _best;
    private readonly int[] _pages;

    public PageHits(EngineHits hits, Catalogue catalogue)
    {
        (_hits, _catalogue) = (hits, catalogue);
        _best = new double[catalogue.Pages.Count];
        Array.Fill(_best, double.NaN);
        _pages = new int[Math.Min(hits.Numbers.Length, _best.Length)];
        for (var i = 0; i < hits.Numbers.Length; i++)
        {
            var (page, score) = (catalogue.Place(hits.Numbers[i]).Page, Rounded(hits.Scores[i]));
            if (double.IsNaN(_best[page]))
                _pages[Count++] = page;
            // NaN compares false with everything.
            if (!(_best[page] >= score))
                _best[page] = score;
        }
    }

    public int Count { get; private set; }

    public IReadOnlyList<int> Pages => _pages[..Count];

    /// <summary>The best pages; those of equal score in the order of their ids.</summary>
    public IReadOnlyList<FoundPage> Best(int limit)
    {
        var best = _pages[..Count];
        Array.Sort(best, Compare);
        best = best[..Math.Min(limit, best.Length)];
        var sections = new Dictionary<int, List<FoundSection>>();
        foreach (var page in best)
            sections.Add(page, []);
        for (var i = 0; i < _hits.Numbers.Length; i++)
        {
            var place = _catalogue.Place(_hits.Numbers[i]);
            if (sections.TryGetValue(place.Page, out var found))
                found.Add(new(place.Section, Rounded(_hits.Scores[i]), _hits.Numbers[i]));
        }

        foreach (var found in sections.Values)
            found.Sort((a, b) => b.Score.CompareTo(a.Score) is var order and not 0 ? order : a.Section - b.Section);
        return [.. best.Select(page => new FoundPage(page, sections[page]))];
    }

    private int Compare(int a, int b) => _best[b].CompareTo(_best[a]) is var order and not 0 ? order : a - b;

    private static double Rounded(double score) => Math.Round(score, Searcher.Digits);
}
