using Lectern.Identifiers;
using Markdig.Syntax;

namespace Lectern.Model;

public enum EntryKind
{
    /// <summary><c>[z:HHMM.uUUgg.rrrrr] #tags# [title]{…}</c></summary>
    Zettel,

    /// <summary><c>- #tags# [title]{…}</c></summary>
    Resource,

    /// <summary><c>[label](destination)</c> at the head of an item or a line.</summary>
    MdLink,

    /// <summary><c>- "Title" by A, et al. (2017)</c></summary>
    Quoted,

    /// <summary><c>- Title `remark`</c></summary>
    Titled,

    /// <summary>A known title or short name standing alone.</summary>
    Plain,

    /// <summary><c>??? tip "[label](destination) …"</c></summary>
    Admonition,

    /// <summary>A URL alone, or <c>Label: URL</c>.</summary>
    Url,
}

public enum ReferenceKind
{
    None,
    Local,
    Http,
}

/// <summary>One mention of a work in a reading list.</summary>
public sealed record Entry
{
    public required EntryKind Kind { get; init; }

    public required SourceRange At { get; init; }

    /// <summary>Last line that belongs to the entry, its notes included.</summary>
    public required int EndLine { get; init; }

    /// <summary>Index into the outline of the document, -1 before the first heading.</summary>
    public required int Section { get; init; }

    public ZettelId? Zettel { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Tags of the document and of the headings above, nearest last.</summary>
    public IReadOnlyList<string> InheritedTags { get; init; } = [];

    /// <summary>The title as written: <c>(CLIP) Learning Transferable …</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The title to show: without the short name, and mended where the author field had taken its end.</summary>
    public required string DisplayTitle { get; init; }

    public string? ShortName { get; init; }

    public string? Subtitle { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>True where the list of authors ends in "et al.".</summary>
    public bool MoreAuthors { get; init; }

    /// <summary>As stated; else from the arXiv identifier.</summary>
    public int? Year { get; init; }

    public string? Reference { get; init; }

    public ReferenceKind ReferenceKind { get; init; }

    /// <summary>File extension of a local reference, <c>website</c> or <c>image</c>.</summary>
    public string? Resource { get; init; }

    public ArxivId? Arxiv { get; init; }

    public Doi? Doi { get; init; }

    /// <summary>Every pair between the braces, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    /// <summary>Source text after the title on the entry's own line, or in the title of its admonition.</summary>
    public string? Trailing { get; init; }

    /// <summary>The code span that ends the line: <c>- Title `remark`</c>.</summary>
    public string? Remark { get; init; }

    /// <summary>The admonition's kind: <c>tip</c>, <c>code</c>, …</summary>
    public string? AdmonitionKind { get; init; }

    public bool Collapsed { get; init; }

    /// <summary>The notes bound to this entry, as source text.</summary>
    public string? Notes { get; init; }

    /// <summary>The same notes as syntax, for rendering.</summary>
    public IReadOnlyList<Block> NoteBlocks { get; init; } = [];

    public IReadOnlyList<Link> Related { get; init; } = [];
}

/// <summary>A name as shown, and as it was written (with footnote marks).</summary>
public sealed record Author(string Name, string Verbatim);
