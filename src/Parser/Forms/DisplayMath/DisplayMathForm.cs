using Lectern.Forms.Paragraphs;
using Lectern.Notation;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lectern.Forms.DisplayMath;

internal sealed class DisplayMathForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Add(new DisplayMathParser(new ParagraphParser()));

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new DisplayMathRenderer());
}

internal sealed class DisplayMathRenderer : HtmlObjectRenderer<DisplayMathBlock>
{
    protected override void Write(HtmlRenderer renderer, DisplayMathBlock obj) =>
        renderer.EnsureLine().WriteLine(((Rendering.ProseHtmlRenderer)renderer).Host.Math(obj.Tex, display: true, obj.Anchor));
}
