using Lectern.Notation;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lectern.Forms.Zettels;

internal sealed class ZettelForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Add(new ZettelParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new ZettelRenderer());
}

internal sealed class ZettelRenderer : HtmlObjectRenderer<ZettelBlock>
{
    protected override void Write(HtmlRenderer renderer, ZettelBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write($"<p class=\"zettel\" id=\"{obj.Id.Text.Replace(':', '-')}\">");
        if (obj.Id.Time is { } time)
            renderer.Write($"<time datetime=\"{time:yyyy-MM-ddTHH:mm}\">{time:d MMMM yyyy, HH:mm}</time> ");
        renderer.WriteLeafInline(obj);
        renderer.WriteLine("</p>");
    }
}
