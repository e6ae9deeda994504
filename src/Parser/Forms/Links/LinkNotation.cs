using Lectern.Notation;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.Links;

internal sealed class LinkNotation : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Add(new LinkParser());
        pipeline.InlineParsers.Add(new LinkCloser());
    }

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new LabelledLinkRenderer());
}

/// <summary>F44–F46, F49, F50. <c>[label](destination)</c>; the children are the label.</summary>
internal sealed class LabelledLink : ContainerInline
{
    /// <summary>The label as written, without escapes.</summary>
    public required string Label { get; init; }

    public required string Destination { get; init; }

    public string? Resolved { get; init; }

    public bool Malformed { get; init; }
}

internal sealed class LabelledLinkRenderer : HtmlObjectRenderer<LabelledLink>
{
    protected override void Write(HtmlRenderer renderer, LabelledLink obj)
    {
        var url = ((Rendering.ProseHtmlRenderer)renderer).Host.Resolve(Model.LinkForm.Markdown, obj.Label, obj.Resolved ?? obj.Destination);
        renderer.Write(url is null ? "<span class=\"unlinked\">" : Rendering.ProseHtmlRenderer.OpenLink(url));
        renderer.WriteChildren(obj);
        renderer.Write(url is null ? "</span>" : "</a>");
    }
}
