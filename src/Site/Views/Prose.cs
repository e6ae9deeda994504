using Lectern.Model;
using Lectern.Site.Rendering;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;

namespace Lectern.Site.Views;

internal static class Prose
{
    /// <summary>A whole document under the title of its page: its highest heading becomes an <c>h2</c>.</summary>
    public static MarkupString Whole(PageContext context, Document document)
    {
        var blocks = WithoutTitle(document);
        return new(TitleAnchor(context, document) + context.Prose(document, blocks, Shift(blocks)).Value);
    }

    /// <summary>Links to the heading that was left out lead to where it stood.</summary>
    public static string TitleAnchor(PageContext context, Document document) =>
        Title(document) is { } title ? $"<span class=\"title-anchor\" id=\"{Html.Encode(context.Claim(title.Slug))}\"></span>" : "";

    /// <summary>The blocks of a document without a heading that only repeats the title.</summary>
    public static IReadOnlyList<Block> WithoutTitle(Document document)
    {
        var title = Title(document);
        return title is null ? document.Syntax : (IReadOnlyList<Block>)[.. document.Syntax.Where(b => b is not HeadingBlock || b.Span.Start != title.At.Offset)];
    }

    private static Section? Title(Document document) =>
        document.Sections.FirstOrDefault(s => s is { Form: SectionForm.Atx, Level: 1 } && s.Text == document.Title);

    public static int Shift(IReadOnlyList<Block> blocks) => blocks.Any(b => b is HeadingBlock { Level: 1 }) ? 1 : 0;
}
