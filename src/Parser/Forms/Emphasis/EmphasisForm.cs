using Lectern.Notation;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.Emphasis;

/// <summary>F62. <c>*em*</c>, <c>**strong**</c>, <c>***both***</c>; <c>_</c> likewise, around whole words only.</summary>
internal sealed class EmphasisForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Add(new EmphasisParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new EmphasisRenderer());
}

internal sealed class EmphasisParser : NotationInlineParser
{
    public EmphasisParser() => OpeningCharacters = ['*', '_'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var context = NotationContext.Of(processor);
        if (context.Nesting.TryClose(processor, ref slice))
            return true;
        if (!context.Scan.TryFind(processor, slice, slice.Start, SpanKind.Emphasis, out var span)
            || span.End >= context.Nesting.Limit(processor, slice))
            return false;
        var emphasis = new EmphasisInline { DelimiterChar = slice.CurrentChar, DelimiterCount = span.Width };
        Place(processor, emphasis, span.Start, span.Start + span.Width);
        context.Nesting.Open(processor, emphasis, span.End + 1 - span.Width, span.End + 1);
        slice.Start += span.Width;
        return true;
    }
}

internal sealed class EmphasisRenderer : HtmlObjectRenderer<EmphasisInline>
{
    private static readonly (string Open, string Close)[] Tags =
        [("", ""), ("<em>", "</em>"), ("<strong>", "</strong>"), ("<em><strong>", "</strong></em>")];

    protected override void Write(HtmlRenderer renderer, EmphasisInline obj)
    {
        renderer.Write(Tags[obj.DelimiterCount].Open);
        renderer.WriteChildren(obj);
        renderer.Write(Tags[obj.DelimiterCount].Close);
    }
}
