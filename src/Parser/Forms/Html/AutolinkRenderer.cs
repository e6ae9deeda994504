using Lectern.Model;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.Html;

internal sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj) =>
        ((Rendering.ProseHtmlRenderer)renderer).LinkOrText(LinkForm.Autolink, obj.Url, "url");
}
