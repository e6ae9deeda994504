using Markdig;
using Markdig.Renderers;

namespace Lectern.Notation;

/// <summary>A form of the notation: registers its parser and its renderer.</summary>
internal abstract class NotationForm : IMarkdownExtension
{
    public abstract void Setup(MarkdownPipelineBuilder pipeline);

    public virtual void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is Rendering.ProseHtmlRenderer html)
            Setup(html);
    }

    protected virtual void Setup(Rendering.ProseHtmlRenderer renderer)
    {
    }
}
