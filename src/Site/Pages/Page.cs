using Lectern.Catalog;
using Lectern.Model;
using Lectern.Site.Maps;
using Lectern.Site.Views;

namespace Lectern.Site.Pages;

/// <summary>A page to be: its path, its title, the fingerprint of all it shows, and the component that shows it.</summary>
public abstract record Page(string Path, string Title, Fingerprint Input)
{
    public abstract Type View { get; }

    /// <summary>For search engines and previews.</summary>
    public virtual string? Description => null;
}

public sealed record HomePage(string Title, Fingerprint Input) : Page(SiteMap.Home, Title, Input)
{
    public override Type View => typeof(HomeView);
}

public sealed record SearchPage(Fingerprint Input) : Page(SiteMap.Search, "Search", Input)
{
    public override Type View => typeof(SearchView);
}

public sealed record PapersPage(Fingerprint Input) : Page(SiteMap.Papers, "Papers", Input)
{
    public override Type View => typeof(PapersView);
}

public sealed record PaperPage(string Path, Paper Paper, Fingerprint Input) : Page(Path, Paper.Title, Input)
{
    public override Type View => typeof(PaperView);

    public override string? Description => Paper.Authors.Count == 0
        ? Paper.Subtitle
        : string.Join(", ", Paper.Authors) + (Paper.Year is { } year ? $" ({year})" : "");
}

public sealed record TermPage(string Path, TermKind Kind, IndexTerm Term, Fingerprint Input) : Page(Path, Term.Name, Input)
{
    public override Type View => typeof(TermView);
}

public sealed record TermsPage(TermKind Kind, Fingerprint Input) : Page(Kind.IndexPath, Kind.Plural, Input)
{
    public override Type View => typeof(TermsView);
}

public sealed record NotePage(string Path, Note Note, Fingerprint Input) : Page(Path, Note.Title, Input)
{
    public override Type View => typeof(NoteView);
}

public sealed record NotesPage(Fingerprint Input) : Page(SiteMap.Notes, "Notes", Input)
{
    public override Type View => typeof(NotesView);
}

public sealed record ListPage(string Path, Document Document, IReadOnlyDictionary<int, Paper> Works, Fingerprint Input)
    : Page(Path, Document.Title ?? System.IO.Path.GetFileName(Document.Path), Input)
{
    public override Type View => typeof(ListView);

    public override string? Description => Document.FrontMatter.Text("description") is { Length: > 0 } text ? text : null;
}

public sealed record ListsPage(Fingerprint Input) : Page(SiteMap.Lists, "Reading lists", Input)
{
    public override Type View => typeof(ListsView);
}

public sealed record TimelinePage(Fingerprint Input) : Page(SiteMap.Timeline, "Timeline", Input)
{
    public override Type View => typeof(TimelineView);
}

public sealed record MapPage(IReadOnlyList<PlacedTopic> Topics, Fingerprint Input) : Page(SiteMap.Map, "Map of the field", Input)
{
    public override Type View => typeof(MapView);
}

public sealed record FindingsPage(IReadOnlyList<Diagnostic> Findings, Fingerprint Input) : Page(SiteMap.Findings, "Findings", Input)
{
    public override Type View => typeof(FindingsView);
}

public sealed record NotFoundPage(Fingerprint Input) : Page(SiteMap.NotFound, "Page not found", Input)
{
    public override Type View => typeof(NotFoundView);
}
