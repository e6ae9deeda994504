using System.Net;
using Lectern.Model;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.Html;

internal sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        if (((Rendering.ProseHtmlRenderer)renderer).Host.Resolve(LinkForm.Autolink, obj.Url, obj.Url) is { } url)
            renderer.Write($"<a class=\"url\" href=\"{WebUtility.HtmlEncode(url)}\">").WriteEscape(obj.Url).Write("</a>");
        else
            renderer.WriteEscape(obj.Url);
    }
}
