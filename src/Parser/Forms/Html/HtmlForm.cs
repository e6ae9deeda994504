using Lectern.Forms.Images;
using Lectern.Model;
using Lectern.Notation;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.Html;

/// <summary>
/// F26, F48. <c>&lt;img …&gt;</c> is a picture, <c>&lt;https://…&gt;</c> a link, a comment is silent. <c>&lt;br&gt;</c>
/// and a few elements around plain text, without attributes, are kept; every other tag is shown as text.
/// </summary>
internal sealed class HtmlForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Add(new HtmlParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer)
    {
        renderer.ObjectRenderers.Add(new AutolinkRenderer());
        renderer.ObjectRenderers.Add(new HtmlElementRenderer());
        renderer.ObjectRenderers.Add(new HtmlInlineRenderer());
    }
}

internal sealed class HtmlParser : NotationInlineParser
{
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase) { "sub", "sup", "em", "strong", "b", "i", "kbd", "mark", "s", "u" };

    public HtmlParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var context = NotationContext.Of(processor);
        if (slice.PeekChar() == '!' && slice.PeekChar(2) == '-' && slice.PeekChar(3) == '-')
            return MatchComment(processor, ref slice);
        if (!context.Scan.TryFind(processor, slice, slice.Start, SpanKind.Angle, out var angle))
            return false;
        var inner = slice.Text.AsSpan(angle.Start + 1, angle.End - angle.Start - 1);
        if (IsUrl(inner))
            return Emit(processor, ref slice, angle.End + 1, new AutolinkInline(inner.ToString()));
        var tag = HtmlTag.Read(inner);
        if (tag is null)
            return false;
        if (tag.Name.Equals("img", StringComparison.OrdinalIgnoreCase) && !tag.IsClosing)
            return Emit(processor, ref slice, angle.End + 1, new ImageInline(tag.Attribute("alt"), tag.Attribute("src"), tag.Attributes, isHtml: true));
        if (tag is { Name: "img", IsClosing: true })
            return Emit(processor, ref slice, angle.End + 1, new HtmlInline(""));
        if (tag is { Name: "br" or "hr", Attributes.Length: 0 })
            return Emit(processor, ref slice, angle.End + 1, new HtmlInline("<br>"));
        if (Kept.Contains(tag.Name) && tag is { IsClosing: false, Attributes.Length: 0 } && TryReadElement(slice, angle.End + 1, tag.Name, out var text, out var after))
            return Emit(processor, ref slice, after, new HtmlElementInline(tag.Name.ToLowerInvariant(), text));

        context.Report(
            DiagnosticCodes.HtmlShownAsText, processor.GetSourcePosition(angle.Start), angle.End - angle.Start + 1,
            $"`<{(tag.IsClosing ? "/" : "")}{tag.Name}>` is shown as text", "`<br>`, `<sub>`, `<sup>`, `<kbd>` and the like, without attributes");
        return false;
    }

    /// <summary>An unclosed comment is text, and so is every later one of that leaf: the search is not repeated.</summary>
    private static bool MatchComment(InlineProcessor processor, ref StringSlice slice)
    {
        var context = NotationContext.Of(processor);
        if (ReferenceEquals(context.NoCommentEndIn, processor.Block))
            return false;
        var end = slice.AsSpan().IndexOf("-->");
        if (end < 0)
        {
            context.NoCommentEndIn = processor.Block;
            return false;
        }

        return Emit(processor, ref slice, slice.Start + end + 3, new HtmlInline(""));
    }

    private static bool TryReadElement(in StringSlice slice, int start, string name, out string text, out int after)
    {
        var rest = slice.Text.AsSpan(start, slice.End + 1 - start);
        var length = rest.IndexOf('<');
        (text, after) = ("", 0);
        if (length < 0 || !rest[length..].StartsWith($"</{name}>", StringComparison.OrdinalIgnoreCase))
            return false;
        (text, after) = (rest[..length].ToString(), start + length + name.Length + 3);
        return true;
    }

    private static bool IsUrl(ReadOnlySpan<char> text) =>
        (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        && text.IndexOfAny(' ', '\t') < 0;
}

/// <summary>An element around plain text.</summary>
internal sealed class HtmlElementInline(string name, string text) : LeafInline
{
    public string Name { get; } = name;

    public string Text { get; } = text;
}

internal sealed class HtmlElementRenderer : HtmlObjectRenderer<HtmlElementInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlElementInline obj) =>
        renderer.Write($"<{obj.Name}>").WriteEscape(obj.Text).Write($"</{obj.Name}>");
}
