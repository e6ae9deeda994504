using Lectern.Search.Queries;

namespace Lectern.Search.Results;

/// <summary>Pages that match, best first; pages of equal score in the order of their ids.</summary>
/// <param name="Parsed">The query with every operator written out.</param>
/// <param name="AnyWord">True where no section has all words and those with some are shown.</param>
/// <param name="Total">Of pages.</param>
/// <param name="Suggestion">The query as it was probably meant, where a word of it stands nowhere.</param>
public sealed record SearchResult(
    string Query, string Parsed, bool AnyWord, int Total, double Milliseconds, IReadOnlyList<Hit> Hits,
    IReadOnlyList<Facet> Facets, string? Suggestion, IReadOnlyList<QueryProblem> Problems);

/// <summary>A page by its best section.</summary>
/// <param name="Section">The heading of the section; empty for the page as a whole.</param>
/// <param name="Score">Rounded to <see cref="Searcher.Digits"/> digits, by which hits are ordered.</param>
/// <param name="More">Other sections of the page that match, best first.</param>
public sealed record Hit(
    string Id, string Title, string Section, string Url, double Score, Snippet Snippet, IReadOnlyList<SectionHit> More, string? Explanation);

public sealed record SectionHit(string Section, string Url, double Score);

/// <summary>Values that matching pages have, the most frequent first.</summary>
public sealed record Facet(string Name, IReadOnlyList<FacetValue> Values);

public sealed record FacetValue(string Value, int Count);
