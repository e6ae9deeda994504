using Lectern.Model;
using Lectern.Notation;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.BareUrls;

/// <summary>F47. <c>http://…</c> or <c>https://…</c> up to white space or <c>&lt; &gt; "</c>, without closing punctuation.</summary>
internal sealed class BareUrlForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Add(new BareUrlParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new BareUrlRenderer());
}

internal sealed class BareUrlInline(string url) : LeafInline
{
    public string Url { get; } = url;
}

/// <summary>
/// Starts at the colon, which is rare, instead of at every <c>h</c>: the scheme is taken back from the text before it.
/// </summary>
internal sealed class BareUrlParser : NotationInlineParser
{
    public BareUrlParser() => OpeningCharacters = [':'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar(1) != '/' || slice.PeekChar(2) != '/' || processor.Inline is not LiteralInline { IsFirstCharacterEscaped: false } before
            || !ReferenceEquals(before.Content.Text, slice.Text) || before.Content.End + 1 != slice.Start)
            return false;
        var text = before.Content.AsSpan();
        var scheme = text.EndsWith("https") ? 5 : text.EndsWith("http") ? 4 : 0;
        if (scheme == 0 || (text.Length > scheme && char.IsLetterOrDigit(text[^(scheme + 1)])))
            return false;
        var context = NotationContext.Of(processor);
        if (context.Nesting.HasOpen<Links.LabelledLink>(processor))
            return false;

        var limit = context.Nesting.Limit(processor, slice);
        var rest = slice.Text.AsSpan(slice.Start, limit - slice.Start);
        var length = Length(rest);
        if (length <= 3)
            return false;
        slice.Start -= scheme;
        var url = new BareUrlInline(slice.Text.Substring(slice.Start, scheme + length));
        Place(processor, url, slice.Start, slice.Start + scheme + length);
        slice.Start += scheme + length;
        if (before.Content.Length == scheme)
        {
            before.ReplaceBy(url);
        }
        else
        {
            before.Content.End -= scheme;
            before.Span.End -= scheme;
        }

        processor.Inline = url;
        return true;
    }

    private static int Length(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(" \t\n\r<>\"");
        var url = end < 0 ? rest : rest[..end];
        var surplus = url.Count(')') - url.Count('(');
        var brackets = url.Count(']') - url.Count('[');
        while (true)
        {
            var trimmed = url.TrimEnd(".,;:!?*'");
            for (; surplus > 0 && trimmed.EndsWith(")"); surplus--)
                trimmed = trimmed[..^1];
            for (; brackets > 0 && trimmed.EndsWith("]"); brackets--)
                trimmed = trimmed[..^1];
            if (trimmed.Length == url.Length)
                return url.Length;
            url = trimmed;
        }
    }
}

internal sealed class BareUrlRenderer : HtmlObjectRenderer<BareUrlInline>
{
    protected override void Write(HtmlRenderer renderer, BareUrlInline obj) =>
        ((Rendering.ProseHtmlRenderer)renderer).LinkOrText(LinkForm.Bare, obj.Url, "url");
}
