using Lectern.Search.Documents;
using Lectern.Search.Indexing;

namespace Lectern.Search.Results;

/// <summary>Counts what the pages that match have in common.</summary>
internal static class Facets
{
    private const int MostValues = 20;

    public static IReadOnlyList<Facet> Of(Catalogue catalogue, IReadOnlyList<int> pages)
    {
        var facts = pages.Select(catalogue.Facts).ToList();
        return
        [
            Count("tag", facts.SelectMany(f => f.Tags)),
            Count("year", facts.Select(f => f.Year?.ToString()).OfType<string>()),
            Count("author", facts.SelectMany(f => f.Authors)),
            Count("has", facts.SelectMany(f => f.Having)),
            Count("verified", facts.Where(f => f.Kind == PageKind.Paper).Select(f => f.Verified ? "yes" : "no")),
        ];
    }

    private static Facet Count(string name, IEnumerable<string> values) =>
        new(name, [.. values.CountBy(v => v, StringComparer.Ordinal).OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal)
            .Take(MostValues).Select(v => new FacetValue(v.Key, v.Value))]);
}
