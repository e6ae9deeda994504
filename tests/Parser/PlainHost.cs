using Lectern.Model;
using Lectern.Rendering;

namespace Lectern.Parser.Tests;

/// <summary>Shows where the host is asked: formulas as TeX, links where they point, pictures by their text.</summary>
internal sealed class PlainHost : IProseHost
{
    public string Math(string tex, bool display, string? anchor) =>
        $"<math{(display ? " display" : "")}{(anchor is null ? "" : $" id={anchor}")}>{System.Net.WebUtility.HtmlEncode(tex)}</math>";

    public string? Resolve(LinkForm form, string label, string destination) => form == LinkForm.Article ? null : destination;

    public string Code(string? language, string text) => $"<pre{(language is null ? "" : $" lang={language}")}>{System.Net.WebUtility.HtmlEncode(text)}</pre>";

    public string Image(string alt, string source) => $"<img alt=\"{System.Net.WebUtility.HtmlEncode(alt)}\" src=\"{System.Net.WebUtility.HtmlEncode(source)}\">";

    public string Anchor(int offset) => $"at-{offset}";
}
