using Lectern.Notation;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.InlineMath;

/// <summary>F60. <c>$tex$</c>, and <c>$$tex$$</c> inside a sentence.</summary>
internal sealed class InlineMathForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Add(new InlineMathParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new InlineMathRenderer());
}

internal sealed class MathInline(string tex) : LeafInline
{
    public string Tex { get; } = tex;
}

internal sealed class InlineMathParser : NotationInlineParser
{
    public InlineMathParser() => OpeningCharacters = ['$'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var scan = NotationContext.Of(processor).Scan;
        if (!scan.TryFind(processor, slice, slice.Start, SpanKind.Math, out var span)
            && !scan.TryFind(processor, slice, slice.Start, SpanKind.DisplayMath, out span))
            return false;
        var tex = slice.Text.AsSpan()[(span.Start + span.Width)..(span.End + 1 - span.Width)].Trim().ToString();
        return Emit(processor, ref slice, span.End + 1, new MathInline(tex));
    }
}

internal sealed class InlineMathRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline obj) =>
        renderer.Write(((Rendering.ProseHtmlRenderer)renderer).Host.Math(obj.Tex, display: false, anchor: null));
}
