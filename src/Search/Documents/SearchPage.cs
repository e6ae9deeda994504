namespace Lectern.Search.Documents;

/// <summary>What kind of page a hit leads to.</summary>
public enum PageKind
{
    Paper,
    Note,
    List,
}

/// <summary>A page of the site and the sections of it that can be found.</summary>
/// <param name="Id">Unique; for a paper its identifier.</param>
/// <param name="Sections">The first is the page as a whole.</param>
public sealed record SearchPage(PageFacts Facts, IReadOnlyList<SearchSection> Sections);

/// <summary>What is known of a page as a whole; every section can be found by it.</summary>
/// <param name="Id">Unique among pages: <c>alibi</c> for a paper, <c>notes/…</c> and <c>lists/…</c> for others.</param>
/// <param name="Url">Path of its file from the root of the site.</param>
/// <param name="Identifiers">By which the work is known elsewhere.</param>
public sealed record PageFacts(
    PageKind Kind, string Id, string Url, string Title, string? ShortName, IReadOnlyList<string> Authors, IReadOnlyList<string> Tags,
    int? Year, IReadOnlyList<string> Identifiers, IReadOnlyList<string> Having, bool Verified);

/// <summary>A place of a page with a text of its own.</summary>
/// <param name="Anchor">Empty for the page as a whole.</param>
/// <param name="Heading">Empty for the page as a whole.</param>
/// <param name="Note">Prose; formulas stand between dollars and code between backticks.</param>
public sealed record SearchSection(string Anchor, string Heading, string Note, string Code, IReadOnlyList<string> Math)
{
    public bool IsEmpty => Note.Length + Code.Length + Math.Count == 0;
}
