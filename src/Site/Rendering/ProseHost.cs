using Lectern.Model;
using Lectern.Rendering;

namespace Lectern.Site.Rendering;

/// <summary>The surroundings of a piece of prose: the page it stands on and the document it comes from.</summary>
internal sealed class ProseHost(PageContext page, Document document) : IProseHost
{
    public string Math(string tex, bool display, string? anchor)
    {
        page.UsesMath = true;
        return page.Site.Formulas.Html(tex, display, anchor);
    }

    public string? Resolve(LinkForm form, string label, string destination) => page.Resolve(document, form, label, destination);

    public string Code(string? language, string text)
    {
        var name = new string([.. (language ?? "").TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '#')]);
        var label = name.Length > 0 ? $"Code in {name}" : "Code";
        return $"<pre tabindex=\"0\" role=\"group\" aria-label=\"{label}\"><code>{Html.Encode(text)}</code></pre>\n";
    }
}
