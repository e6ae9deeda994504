using System.Text;
using Lectern.Catalog;
using Lectern.Model;
using Lectern.Rendering;
using Lectern.Site.Pages;
using Lectern.Site.Rendering;
using Markdig.Syntax;

namespace Lectern.Site.Views;

/// <summary>
/// A reading list as prose in which every source line can be linked to: an empty element with the id <c>L27</c> stands
/// before the block that holds line 27, and a block that names a work without a link to its page is given one.
/// </summary>
internal sealed class ListBody(PageContext context, ListPage page)
{
    private readonly int _lines = page.Document.Source.LineCount;
    private readonly Dictionary<Block, (List<Paper> Papers, int Lookups)> _works = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<int> _slideTitles = [.. page.Document.Sections.Where(s => s.Form == SectionForm.SlideTitle).Select(s => s.At.Offset)];
    private int _next = 1;

    public string Html()
    {
        var blocks = Prose.WithoutTitle(page.Document);
        var renderer = new ProseRenderer(new ProseHost(context, page.Document))
        {
            HeadingShift = Prose.Shift(blocks),
            Before = Anchors,
            After = Marks,
        };
        return Prose.TitleAnchor(context, page.Document) + renderer.Blocks(blocks) + Anchors(_lines, []);
    }

    private string Anchors(Block block)
    {
        var works = new List<Paper>();
        var anchors = Anchors(LastLine(block), works);
        if (works.Count > 0)
            _works[block] = (works, context.Lookups.Count);
        return IsHeading(block) ? anchors + "<div class=\"slide-title\" role=\"heading\" aria-level=\"2\">" : anchors;
    }

    /// <summary>A title that is only a line of text to the parser's syntax, and a heading to its outline.</summary>
    private bool IsHeading(Block block) => block is ParagraphBlock && _slideTitles.Contains(block.Span.Start);

    /// <summary>Names every line up to this one that has no name yet.</summary>
    private string Anchors(int line, List<Paper> works)
    {
        var html = new StringBuilder();
        for (; _next <= Math.Min(line, _lines); _next++)
        {
            html.Append($"<span class=\"line\" id=\"L{_next}\"></span>");
            if (page.Works.TryGetValue(_next, out var paper) && !works.Any(p => ReferenceEquals(p, paper)))
                works.Add(paper);
        }

        return html.ToString();
    }

    private string Marks(Block block)
    {
        var end = IsHeading(block) ? "</div>" : "";
        if (!_works.TryGetValue(block, out var works))
            return end;
        var html = new StringBuilder();
        foreach (var paper in works.Papers)
        {
            var path = context.Site.Map.Of(paper);
            if (!context.Lookups.Skip(works.Lookups).Any(l => l.Answer == path))
                html.Append($"<a href=\"{context.To(path)}\">{Label(paper)}</a> ");
        }

        return html.Length > 0 ? $"{end}<span class=\"mark\">{html}</span>" : end;
    }

    private static string Label(Paper paper) => paper.ShortName is { } name
        ? Rendering.Html.Encode(name)
        : $"page<span class=\"unseen\"> of {Rendering.Html.Encode(paper.Title)}</span>";

    /// <summary>The last line of a block of text; of a container only the first, for its blocks have lines of their own.</summary>
    private int LastLine(Block block)
    {
        var last = Math.Clamp(block is ContainerBlock ? block.Span.Start : block.Span.End, 0, Math.Max(0, page.Document.Source.Text.Length - 1));
        return page.Document.Source.Locate(last).Line;
    }
}
