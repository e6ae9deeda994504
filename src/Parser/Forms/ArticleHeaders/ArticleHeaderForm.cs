using Lectern.Notation;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lectern.Forms.ArticleHeaders;

internal sealed class ArticleHeaderForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Add(new ArticleHeaderParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new Silent());

    private sealed class Silent : HtmlObjectRenderer<ArticleHeaderBlock>
    {
        protected override void Write(HtmlRenderer renderer, ArticleHeaderBlock obj)
        {
        }
    }
}
