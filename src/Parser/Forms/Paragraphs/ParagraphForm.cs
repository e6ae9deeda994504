using Lectern.Notation;
using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;

namespace Lectern.Forms.Paragraphs;

internal sealed class ParagraphForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        var paragraphs = new ParagraphParser();
        pipeline.BlockParsers.Add(paragraphs);
        pipeline.BlockParsers.Add(new ParagraphOpener(paragraphs));
        pipeline.InlineParsers.Add(new EscapeInlineParser());
        pipeline.InlineParsers.Add(new HtmlEntityParser());
        pipeline.InlineParsers.Add(new LineBreakInlineParser());
    }

    protected override void Setup(Rendering.ProseHtmlRenderer renderer)
    {
        renderer.ObjectRenderers.Add(new ParagraphRenderer());
        renderer.ObjectRenderers.Add(new LineBreakInlineRenderer());
        renderer.ObjectRenderers.Add(new HtmlEntityInlineRenderer());
        renderer.ObjectRenderers.Add(new TextRenderer());
    }
}
