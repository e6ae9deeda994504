using Lectern.Model;
using Lectern.Rendering;
using Lectern.Site.Links;

namespace Lectern.Site.Rendering;

/// <summary>The surroundings of a piece of prose: the page it stands on and the document it comes from.</summary>
internal sealed class ProseHost(PageContext page, Document document) : IProseHost
{
    private Dictionary<int, string>? _slugs;

    public string Math(string tex, bool display, string? anchor)
    {
        page.UsesMath = true;
        return display && anchor is not null
            ? page.Site.Formulas.Equation(tex, page.Claim(anchor), ++page.Equations)
            : page.Site.Formulas.Html(tex, display);
    }

    public string? Resolve(LinkForm form, string label, string destination) => page.Resolve(document, form, label, destination);

    public string Code(string? language, string text)
    {
        var name = new string([.. (language ?? "").TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '#')]);
        var label = name.Length > 0 ? $"Code in {name}" : "Code";
        return $"<pre tabindex=\"0\" role=\"group\" aria-label=\"{label}\"><code>{Html.Encode(text)}</code></pre>\n";
    }

    /// <summary>Pictures from elsewhere are not loaded: the line says what stands there, and leads to it.</summary>
    public string Image(string alt, string source)
    {
        var what = alt.Length > 0 ? $"image: {alt}" : "image";
        if (SafeUrl.Web(source) is { } url)
            return $"<a class=\"image\" href=\"{Html.Encode(url)}\">{Html.Encode(what)} <span class=\"host\">({Html.Encode(SafeUrl.Host(url))})</span></a>";
        var file = source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? "inline data" : source[(source.LastIndexOf('/') + 1)..];
        return $"<span class=\"image\">{Html.Encode(what)} <span class=\"host\">({Html.Encode(file)})</span></span>";
    }

    public string Anchor(int offset)
    {
        _slugs ??= document.Sections.DistinctBy(s => s.At.Offset).ToDictionary(s => s.At.Offset, s => s.Slug);
        return page.Claim(_slugs.GetValueOrDefault(offset, $"at-{offset}"));
    }
}
