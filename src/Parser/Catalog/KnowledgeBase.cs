using Lectern.Identifiers;
using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>All documents together: works with every mention, and the indexes a reader browses by.</summary>
public sealed class KnowledgeBase
{
    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>By title.</summary>
    public required IReadOnlyList<Paper> Papers { get; init; }

    /// <summary>Prose written here: a note explains the paper named in its front matter, or a concept.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    public required IReadOnlyList<IndexTerm> Authors { get; init; }

    public required IReadOnlyList<IndexTerm> Tags { get; init; }

    public required IReadOnlyList<IndexTerm> Venues { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<IndexTerm> Years { get; init; }

    /// <summary>What was read when, from the zettel identifiers, newest first.</summary>
    public required IReadOnlyList<Reading> Timeline { get; init; }

    /// <summary>Findings that need more than one document; the documents carry their own.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    public static KnowledgeBase From(IReadOnlyList<Document> documents) => From(documents, Lexicon.Default);

    public static KnowledgeBase From(IReadOnlyList<Document> documents, Lexicon lexicon) => CatalogBuilder.Build(documents, lexicon, null);

    /// <summary>
    /// The same knowledge base sooner: what is known of documents and works that are the same objects as in
    /// <paramref name="previous"/> is taken from there. One build at a time may start from it.
    /// </summary>
    public static KnowledgeBase From(IReadOnlyList<Document> documents, Lexicon lexicon, KnowledgeBase? previous) =>
        CatalogBuilder.Build(documents, lexicon, previous);

    internal IReadOnlyDictionary<Document, Occurrence[]> Occurrences { get; init; } = new Dictionary<Document, Occurrence[]>();

    internal Lexicon? Lexicon { get; init; }

    /// <summary>
    /// The same object as that of another knowledge base where nothing but the prose of notes differs: pages, names,
    /// anchors and facts are equal.
    /// </summary>
    public object Frame { get; internal init; } = new();
}

/// <summary>A work: all entries that mean it, merged.</summary>
public sealed record Paper
{
    /// <summary>Short name or title in lower-case words joined by hyphens; names the page and the note.</summary>
    public required string Id { get; init; }

    /// <summary>The identifier before papers of one name were numbered.</summary>
    internal string BaseId { get; init; } = "";

    public required string Title { get; init; }

    public string? ShortName { get; init; }

    public string? Subtitle { get; init; }

    public string? Venue { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public bool MoreAuthors { get; init; }

    public int? Year { get; init; }

    public ArxivId? Arxiv { get; init; }

    public Doi? Doi { get; init; }

    /// <summary>Where the work itself can be read; null where only a local file is known.</summary>
    public string? Url { get; init; }

    public string? CodeUrl { get; init; }

    /// <summary>Entry tags first, then inherited ones; spelled as most often written.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Every entry that means this work, in the order of documents and lines.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    public IReadOnlyList<Link> Related { get; init; } = [];

    public Note? Note { get; init; }
}

/// <summary>One entry of a work and the reason it was taken for that work, as a sentence.</summary>
public sealed record Mention(Document Document, Entry Entry, string Reason);

/// <summary>A document of prose. <see cref="PaperId"/> is the paper it explains; null for a concept.</summary>
public sealed record Note(string Id, string Title, Document Document, string? PaperId);

/// <summary>A tag, author, venue or year and its works.</summary>
public sealed record IndexTerm(string Slug, string Name, IReadOnlyList<Paper> Papers);

public sealed record Reading(DateTime Time, bool Ambiguous, Mention Mention, Paper Paper);
