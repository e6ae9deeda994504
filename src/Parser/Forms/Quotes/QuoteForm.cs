using Lectern.Notation;
using Markdig;
using Markdig.Renderers.Html;

namespace Lectern.Forms.Quotes;

/// <summary>F22. <c>&gt; text</c> at any depth; each mark is one block inside the other.</summary>
internal sealed class QuoteForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Add(new QuoteParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new QuoteBlockRenderer());
}
