using System.Text;
using Lectern.Site.Pages;
using Lectern.Site.Rendering;
using Markdig.Syntax;

namespace Lectern.Site.Views;

/// <summary>
/// A reading list as prose in which every source line can be linked to: an empty element with the id <c>L27</c> stands
/// before the block that holds line 27, and a line that names a work leads to its page.
/// </summary>
internal sealed class ListBody(PageContext context, ListPage page)
{
    private readonly StringBuilder _html = new();
    private readonly int _lines = page.Document.Source.LineCount;
    private int _next = 1;

    public string Html()
    {
        foreach (var block in Prose.WithoutTitle(page.Document))
            Write(block);
        Anchors(_lines);
        return _html.ToString();
    }

    private void Write(Block block)
    {
        if (block is ListBlock list)
        {
            WriteList(list);
            return;
        }

        var works = Anchors(LastLine(block));
        _html.Append(context.Prose(page.Document, [block]).Value);
        Marks(works);
    }

    private void WriteList(ListBlock list)
    {
        var tag = list.IsOrdered ? "ol" : "ul";
        _html.Append($"<{tag}>\n");
        foreach (var child in list)
        {
            _html.Append("<li>");
            if (child is ListItemBlock item)
            {
                foreach (var block in item)
                    Write(block);
            }

            _html.Append("</li>\n");
        }

        _html.Append($"</{tag}>\n");
    }

    /// <summary>Names every line up to this one that has no name yet; gives back the works listed on them.</summary>
    private List<Lectern.Catalog.Paper> Anchors(int line)
    {
        var works = new List<Lectern.Catalog.Paper>();
        for (; _next <= Math.Min(line, _lines); _next++)
        {
            _html.Append($"<span class=\"line\" id=\"L{_next}\"></span>");
            if (page.Works.TryGetValue(_next, out var paper))
                works.Add(paper);
        }

        return works;
    }

    private void Marks(List<Lectern.Catalog.Paper> works)
    {
        foreach (var paper in works.Distinct())
            _html.Append($"<span class=\"mark\"><a href=\"{context.To(context.Site.Map.Of(paper))}\">{Rendering.Html.Encode(paper.ShortName ?? paper.Title)}</a></span>");
    }

    private int LastLine(Block block)
    {
        var end = Math.Clamp(block.Span.End, 0, Math.Max(0, page.Document.Source.Text.Length - 1));
        return Math.Max(block.Line + 1, page.Document.Source.Locate(end).Line);
    }
}
