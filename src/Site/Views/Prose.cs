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
        return context.Prose(document, blocks, Shift(blocks));
    }

    /// <summary>The blocks of a document without a heading that only repeats the title.</summary>
    public static IReadOnlyList<Block> WithoutTitle(Document document)
    {
        var title = document.Sections.FirstOrDefault(s => s is { Form: SectionForm.Atx, Level: 1 } && s.Text == document.Title);
        return title is null ? document.Syntax : (IReadOnlyList<Block>)[.. document.Syntax.Where(b => b is not HeadingBlock || b.Span.Start != title.At.Offset)];
    }

    public static int Shift(IReadOnlyList<Block> blocks) => blocks.Any(b => b is HeadingBlock { Level: 1 }) ? 1 : 0;
}
