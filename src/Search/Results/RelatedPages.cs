using Lectern.Search.Analysis;
using Lectern.Search.Documents;
using Lectern.Search.Indexing;

namespace Lectern.Search.Results;

/// <summary>
/// More like this, for all pages at once: papers that share words of titles, tags and prose which few others have. A word
/// counts as in a search for it, by its rarity in the page and in the other.
/// </summary>
public static class RelatedPages
{
    private const int Most = 5;
    private const int WordsOfPage = 24;
    private const int MostPagesOfWord = 200;

    private static readonly Field[] Fields = [Field.Title, Field.Tag, Field.Note];

    /// <summary>For each paper, by the address of its page, the papers most like it, best first.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<PageFacts>> Of(SearchIndex index)
    {
        var catalogue = index.Catalogue;
        var words = Fields.SelectMany(f => Words(index, f)).ToList();
        var ofPage = new List<(int Word, double Weight)>[catalogue.Pages.Count];
        for (var page = 0; page < ofPage.Length; page++)
            ofPage[page] = [];
        for (var word = 0; word < words.Count; word++)
        {
            foreach (var (page, weight) in words[word])
                ofPage[page].Add((word, weight));
        }

        return Enumerable.Range(0, ofPage.Length).AsParallel().Where(page => catalogue.Facts(page).Kind == PageKind.Paper)
            .Select(page => (catalogue.Facts(page).Url, Best: Best(page, ofPage[page], words, catalogue)))
            .ToDictionary(found => found.Url, found => found.Best, StringComparer.Ordinal);
    }

    /// <summary>The pages of each stem that at least two and at most <see cref="MostPagesOfWord"/> pages have, with its weight there.</summary>
    private static IEnumerable<List<(int Page, double Weight)>> Words(SearchIndex index, Field field)
    {
        var pages = index.PageCount;
        foreach (var (term, postings) in index.Reader.Postings(field.Name).Terms)
        {
            if (term[0] != Stem.Mark)
                continue;
            var counts = new Dictionary<int, int>();
            foreach (var (number, positions) in postings)
            {
                var page = index.Catalogue.Place(number).Page;
                // Every section of a page repeats what is known of the page.
                counts[page] = field == Field.Note ? counts.GetValueOrDefault(page) + positions.Length : positions.Length;
            }

            if (counts.Count is < 2 or > MostPagesOfWord)
                continue;
            var idf = 1 + Math.Log((double)pages / (counts.Count + 1));
            yield return [.. counts.OrderBy(c => c.Key).Select(c => (c.Key, Math.Sqrt(c.Value) * idf * Math.Sqrt(field.Weight)))];
        }
    }

    private static IReadOnlyList<PageFacts> Best(int page, List<(int Word, double Weight)> own, List<List<(int Page, double Weight)>> words, Catalogue catalogue)
    {
        var scores = new Dictionary<int, double>();
        foreach (var (word, weight) in own.OrderByDescending(w => w.Weight).ThenBy(w => w.Word).Take(WordsOfPage))
        {
            foreach (var (other, there) in words[word])
            {
                if (other != page)
                    scores[other] = scores.GetValueOrDefault(other) + weight * there;
            }
        }

        return [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => catalogue.Facts(s.Key)).Where(other => other.Kind == PageKind.Paper).Take(Most)];
    }
}
