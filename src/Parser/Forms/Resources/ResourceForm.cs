using Lectern.Model;
using Lectern.Notation;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Lectern.Forms.Resources;

internal sealed class ResourceForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Add(new ResourceParser());
        pipeline.InlineParsers.Add(new LegacyResourceParser());
    }

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new ResourceRenderer());
}

/// <summary>The title, as a link where the reference can be followed, and the subtitle and authors behind it.</summary>
internal sealed class ResourceRenderer : HtmlObjectRenderer<ResourceInline>
{
    protected override void Write(HtmlRenderer renderer, ResourceInline obj)
    {
        if (obj.IsImage)
        {
            renderer.Write(((Rendering.ProseHtmlRenderer)renderer).Host.Image(obj.Title, obj.Last("ref") ?? ""));
            return;
        }

        var url = ((Rendering.ProseHtmlRenderer)renderer).Host.Resolve(LinkForm.Resource, obj.Title, obj.Last("ref") ?? "");
        renderer.Write(url is null ? "<cite>" : "<cite>" + Rendering.ProseHtmlRenderer.OpenLink(url)).WriteEscape(obj.Title).Write(url is null ? "</cite>" : "</a></cite>");
        if (obj.Last("subtitle") is { } subtitle)
            renderer.Write(" <span class=\"subtitle\">").WriteEscape(subtitle).Write("</span>");
        var authors = obj.Pairs.Where(pair => ResourceBody.IsAuthor(pair.Key)).Select(pair => pair.Value).ToList();
        if (authors.Count > 0)
            renderer.Write(" <span class=\"authors\">").WriteEscape(string.Join(", ", authors)).Write("</span>");
    }
}
