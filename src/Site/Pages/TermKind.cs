using Lectern.Catalog;

namespace Lectern.Site.Pages;

/// <summary>One of the indexes a reader browses by.</summary>
public sealed class TermKind
{
    private TermKind(string folder, string singular, string plural) => (Folder, Singular, Plural) = (folder, singular, plural);

    public string Folder { get; }

    public string Singular { get; }

    public string Plural { get; }

    public static readonly TermKind Tag = new("tags", "Tag", "Tags");
    public static readonly TermKind Author = new("authors", "Author", "Authors");
    public static readonly TermKind Year = new("years", "Year", "Years");
    public static readonly TermKind Venue = new("venues", "Venue", "Venues");

    public static readonly IReadOnlyList<TermKind> All = [Tag, Author, Year, Venue];

    public string IndexPath => $"{Folder}/index.html";

    public IReadOnlyList<IndexTerm> Terms(KnowledgeBase knowledge) => Folder switch
    {
        "tags" => knowledge.Tags,
        "authors" => knowledge.Authors,
        "years" => knowledge.Years,
        _ => knowledge.Venues,
    };
}
