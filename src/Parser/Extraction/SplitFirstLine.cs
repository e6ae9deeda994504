using Lectern.Forms.Items;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lectern.Extraction;

/// <summary>
/// The first line of an item that is an entry stands for itself; the lines that go on below it are a paragraph of
/// their own, a note.
/// </summary>
internal static class SplitFirstLine
{
    public static void Of(ItemBlock item)
    {
        if (item[0] is not ParagraphBlock { Inline: { } inlines } paragraph)
            return;
        var breakAt = inlines.FirstChild;
        while (breakAt is not null and not LineBreakInline)
            breakAt = breakAt.NextSibling;
        if (breakAt?.NextSibling is null)
            return;

        var rest = new ContainerInline();
        for (var inline = breakAt.NextSibling; inline is not null;)
        {
            var next = inline.NextSibling;
            inline.Remove();
            rest.AppendChild(inline);
            inline = next;
        }

        breakAt.Remove();
        var note = new ParagraphBlock(paragraph.Parser)
        {
            Inline = rest,
            IsOpen = false,
            Line = paragraph.Line + 1,
            Column = rest.FirstChild!.Column,
            Span = new(rest.FirstChild.Span.Start, paragraph.Span.End),
        };
        rest.Span = note.Span;
        paragraph.Span.End = inlines.LastChild!.Span.End;
        inlines.Span.End = paragraph.Span.End;
        item.Insert(1, note);
    }
}
