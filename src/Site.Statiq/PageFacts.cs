using Lectern.Catalog;
using Lectern.Site.Pages;

namespace Lectern.Site.Statiq;

public enum PageKind
{
    /// <summary>No page: a style sheet, a part of the search index, a sitemap.</summary>
    File,
    Paper,
    Note,
    List,

    /// <summary>A tag, an author, a year or a venue with its works.</summary>
    Term,

    /// <summary>The home page, the overviews, search, the timeline.</summary>
    Index,
}

/// <summary>Where in the sources something is written.</summary>
/// <param name="File">Relative to the knowledge base, with forward slashes.</param>
public sealed record SourcePlace(string File, int Line);

/// <summary>What is known of a file of the site.</summary>
public sealed record PageFacts(PageKind Kind, string? Title = null)
{
    public string? Description { get; init; }

    public string? PaperId { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Authors { get; init; } = [];

    public int? Year { get; init; }

    /// <summary>When a work was last read, where the lists say so.</summary>
    public DateTime? Read { get; init; }

    public SourcePlace? Source { get; init; }

    internal static PageFacts Of(Page page, IReadOnlyDictionary<Paper, DateTime> readings) => page switch
    {
        PaperPage { Paper: var paper } => new(PageKind.Paper, page.Title)
        {
            Description = page.Description,
            PaperId = paper.Id,
            Tags = paper.Tags,
            Authors = paper.Authors,
            Year = paper.Year,
            Read = readings.TryGetValue(paper, out var time) ? time : null,
            Source = paper.Mentions is [var first, ..] ? new(first.Document.Path, first.Entry.At.Line) : null,
        },
        NotePage { Note: var note } => new(PageKind.Note, page.Title)
        {
            Description = page.Description, PaperId = note.PaperId, Tags = note.Document.Tags, Source = new(note.Document.Path, 1),
        },
        ListPage { Document: var list } => new(PageKind.List, page.Title)
        {
            Description = page.Description, Tags = list.Tags, Source = new(list.Path, 1),
        },
        TermPage => new(PageKind.Term, page.Title),
        _ => new(PageKind.Index, page.Title) { Description = page.Description },
    };
}
