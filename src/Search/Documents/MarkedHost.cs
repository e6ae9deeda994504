using System.Net;
using Lectern.Model;
using Lectern.Rendering;

namespace Lectern.Search.Documents;

/// <summary>Rendering whose result is read as text again: formulas and code keep marks around them, links their labels.</summary>
internal sealed class MarkedHost(Document document) : IProseHost
{
    public const string MathTag = "x-math";
    public const string CodeTag = "x-code";

    private Dictionary<int, string>? _slugs;

    public string Math(string tex, bool display, string? anchor) => $"<{MathTag}>{WebUtility.HtmlEncode(tex.Trim())}</{MathTag}>";

    public string? Resolve(LinkForm form, string label, string destination) => null;

    public string Code(string? language, string text) => $"<{CodeTag}>{WebUtility.HtmlEncode(text)}</{CodeTag}>";

    public string Image(string alt, string source) => WebUtility.HtmlEncode(alt);

    public string Anchor(int offset)
    {
        _slugs ??= document.Sections.DistinctBy(s => s.At.Offset).ToDictionary(s => s.At.Offset, s => s.Slug);
        return _slugs.GetValueOrDefault(offset, $"at-{offset}");
    }
}
