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

/// <summary>The title may be a link, so what folds away is only the body.</summary>
internal sealed class AdmonitionRenderer : HtmlObjectRenderer<AdmonitionBlock>
{
    protected override void Write(HtmlRenderer renderer, AdmonitionBlock obj)
    {
        renderer.EnsureLine().Write("<aside class=\"admonition\"><p class=\"admonition-title\">");
        if (obj.Heading is { Inline.FirstChild: not null } title)
            renderer.WriteLeafInline(title);
        else
            renderer.Write(WebUtility.HtmlEncode(obj.Kind));
        renderer.WriteLine("</p>");
        var folds = obj.Collapsed && obj.Any(child => child is not AdmonitionTitle);
        if (folds)
            renderer.WriteLine("<details><summary>More</summary>");
        WriteBody(renderer, obj);
        if (folds)
            renderer.EnsureLine().WriteLine("</details>");
        renderer.EnsureLine().WriteLine("</aside>");
    }

    private static void WriteBody(HtmlRenderer renderer, AdmonitionBlock admonition)
    {
        var tight = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        foreach (var child in admonition)
        {
            if (child is not AdmonitionTitle)
                renderer.Write(child);
        }

        renderer.ImplicitParagraph = tight;
    }
}
