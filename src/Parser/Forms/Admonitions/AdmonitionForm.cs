using System.Net;
using Lectern.Notation;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lectern.Forms.Admonitions;

internal sealed class AdmonitionForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Add(new AdmonitionParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new AdmonitionRenderer());
}

internal sealed class AdmonitionRenderer : HtmlObjectRenderer<AdmonitionBlock>
{
    protected override void Write(HtmlRenderer renderer, AdmonitionBlock obj)
    {
        var (outer, heading) = obj.Collapsed ? ("details", "summary") : ("aside", "p");
        renderer.EnsureLine().Write($"<{outer} class=\"admonition\"><{heading} class=\"admonition-title\">");
        if (obj.Heading is { Inline.FirstChild: not null } title)
            renderer.WriteLeafInline(title);
        else
            renderer.Write(WebUtility.HtmlEncode(obj.Kind));
        renderer.WriteLine($"</{heading}>");
        var tight = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        foreach (var child in obj)
        {
            if (child is not AdmonitionTitle)
                renderer.Write(child);
        }

        renderer.ImplicitParagraph = tight;
        renderer.EnsureLine().WriteLine($"</{outer}>");
    }
}
