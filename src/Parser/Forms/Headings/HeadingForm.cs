using Lectern.Notation;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lectern.Forms.Headings;

/// <summary>F10, F11. <c># text</c>, with an optional tag group at its end. An empty heading makes no section.</summary>
internal sealed class HeadingForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Add(new HeadingBlockParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new HeadingRenderer());
}

/// <summary>A heading under the anchor of its section; inside an item or a quotation it has none, and an empty one leaves no trace.</summary>
internal sealed class HeadingRenderer : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
    {
        if (obj.Inline?.FirstChild is null)
            return;
        var html = (Rendering.ProseHtmlRenderer)renderer;
        var level = Math.Min(6, obj.Level + html.HeadingShift);
        renderer.EnsureLine();
        renderer.Write(obj.Parent is MarkdownDocument ? $"<h{level} id=\"{html.Anchor(obj)}\">" : $"<h{level}>");
        renderer.WriteLeafInline(obj);
        renderer.WriteLine($"</h{level}>");
    }
}
