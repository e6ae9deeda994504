using Lectern.Notation;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.CodeSpans;

/// <summary>F61. Text between equal runs of backticks, with nothing read inside.</summary>
internal sealed class CodeSpanForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Add(new CodeSpanParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new CodeInlineRenderer());
}

internal sealed class CodeSpanParser : NotationInlineParser
{
    public CodeSpanParser() => OpeningCharacters = ['`'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (NotationContext.Of(processor).Scan.TryFind(processor, slice, slice.Start, SpanKind.Code, out var span))
        {
            var text = slice.Text[(span.Start + span.Width)..(span.End + 1 - span.Width)].ReplaceLineEndings(" ");
            if (text.Length > 2 && text[0] == ' ' && text[^1] == ' ' && !text.AsSpan().IsWhiteSpace())
                text = text[1..^1];
            return Emit(processor, ref slice, span.End + 1, new CodeInline(text) { Delimiter = '`', DelimiterCount = span.Width });
        }

        return false;
    }
}
