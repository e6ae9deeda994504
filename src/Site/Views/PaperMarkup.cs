using Lectern.Catalog;
using Lectern.Model;
using Lectern.Site.Links;
using Lectern.Site.Pages;
using Lectern.Site.Rendering;

namespace Lectern.Site.Views;

/// <summary>The lines of a paper's page that run text and links together without blanks between them.</summary>
internal static class PaperMarkup
{
    public static string Authors(PageContext context, Paper paper) =>
        string.Join(", ", paper.Authors.Select(a => Linked(context, TermKind.Author, a))) + (paper.MoreAuthors ? " et al." : "");

    /// <summary>Year, venue and identifiers on one line.</summary>
    public static string Facts(PageContext context, Paper paper)
    {
        var facts = new List<string>();
        if (paper.Year is { } year)
            facts.Add(Linked(context, TermKind.Year, year.ToString()));
        if (paper.Venue is { } venue)
            facts.Add(Linked(context, TermKind.Venue, venue));
        if (paper.Arxiv is { } arxiv)
            facts.Add($"<a href=\"{Html.Encode(arxiv.AbstractUrl)}\">arXiv:{Html.Encode(arxiv.ToString())}</a>");
        if (paper.Doi is { } doi && SafeUrl.Web(doi.Url) is { } url)
            facts.Add($"<a href=\"{Html.Encode(url)}\">doi:{Html.Encode(doi.Id)}</a>");
        return facts.Count > 0 ? string.Join(" <span class=\"dot\">·</span> ", facts) : "<span class=\"quiet\">No date and no identifier is known.</span>";
    }

    public static string? Pdf(Paper paper)
    {
        if (paper.Arxiv is { } arxiv)
            return arxiv.PdfUrl;
        return SafeUrl.Web(paper.Url) is { } url && url.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? url : null;
    }

    /// <summary>file:line, linked to that line of the list.</summary>
    public static string Place(PageContext context, Document document, int line)
    {
        var path = Html.Encode(document.Path).Replace("/", "/<wbr>", StringComparison.Ordinal);
        var text = $"<span class=\"path\">{path}</span>:{line}";
        var target = context.Site.Map.Place(document, line);
        return target is null || target == context.Path ? text : $"<a class=\"place\" href=\"{context.To(target)}\">{text}</a>";
    }

    public static string PlaceAndTime(PageContext context, Document document, Entry entry)
    {
        var place = Place(context, document, entry.At.Line);
        return entry.Zettel?.Time is { } time ? $"{place}, <time datetime=\"{time:yyyy-MM-ddTHH:mm}\">{Words.Moment(time)}</time>" : place;
    }

    /// <summary>"Listed in transformers.md:27 on 25 July 2023, 11:25, and twice more."</summary>
    public static string Provenance(PageContext context, Paper paper)
    {
        if (paper.Mentions.Count == 0)
            return "In no list.";
        var first = paper.Mentions.FirstOrDefault(m => m.Entry.Zettel?.Time is not null) ?? paper.Mentions[0];
        var time = first.Entry.Zettel?.Time is { } t ? $" on {Words.Moment(t)}" : "";
        var unsure = first.Entry.Zettel?.Candidates.Count > 1 ? " (or another day with the same digits)" : "";
        return $"Listed in {Place(context, first.Document, first.Entry.At.Line)}{time}{unsure}{Words.More(paper.Mentions.Count - 1)}.";
    }

    /// <summary>The name of a file that is not part of the site.</summary>
    public static string? LocalFile(Entry entry) =>
        entry is { ReferenceKind: ReferenceKind.Local, Reference: { } reference } ? reference[(reference.LastIndexOf('/') + 1)..] : null;

    public static string Related(PageContext context, Paper paper, Link link)
    {
        var label = Html.Encode(link.Label.Length > 0 ? link.Label : link.Target);
        var document = paper.Mentions.Count > 0 ? paper.Mentions[0].Document : null;
        var target = document is null ? SafeUrl.External(link.Target) : context.Resolve(document, link.Form, link.Label, link.Target);
        return target is null ? label : $"<a href=\"{Html.Encode(target)}\">{label}</a>";
    }

    private static string Linked(PageContext context, TermKind kind, string name) =>
        context.Site.Map.Of(kind, name) is { } path ? $"<a href=\"{context.To(path)}\">{Html.Encode(name)}</a>" : Html.Encode(name);
}
