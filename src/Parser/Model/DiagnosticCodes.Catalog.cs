namespace Lectern.Model;

/// <summary>Findings between documents.</summary>
public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode SameIdentifierOtherTitle = new(
        "LEC2001", "identifier-retitled", Severity.Warning,
        "Two entries carry the same arXiv identifier or DOI, and their titles have nothing in common. They are shown as one paper; one of the identifiers or titles is probably wrong.");

    public static readonly DiagnosticCode SameTitleOtherIdentifier = new(
        "LEC2002", "title-twice", Severity.Warning,
        "Two entries carry the same title and different arXiv identifiers or DOIs. They are shown as two papers.");

    public static readonly DiagnosticCode YearMismatch = new(
        "LEC2003", "year-mismatch", Severity.Info,
        "The year an entry states is before the year of its arXiv identifier or more than two years after it, or its venue met before that year. A workshop may really have come first.");

    public static readonly DiagnosticCode AuthorSpelledTwice = new(
        "LEC2004", "author-spelling", Severity.Info,
        "One author is written in two ways that differ in case, spacing or diacritics. The index shows the more frequent one.");

    public static readonly DiagnosticCode NoteWithoutPaper = new(
        "LEC2005", "note-without-paper", Severity.Warning,
        "A note names a paper in its front matter that no list mentions. It is shown as a note by itself.");

    public static readonly DiagnosticCode DuplicateZettel = new(
        "LEC2006", "zettel-twice", Severity.Warning,
        "Two zettel lines have the same identifier, so a reference to it has two targets. The first one wins.");

    public static readonly DiagnosticCode DanglingReference = new(
        "LEC2007", "link-dangling", Severity.Warning,
        "A link to an article or a zettel matches no document, section, paper or zettel identifier. It is shown as text.");
}
