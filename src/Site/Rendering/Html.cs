using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Lectern.Site.Rendering;

/// <summary>The one encoder of every page: what HTML reserves is escaped, letters of any script stay letters.</summary>
public static class Html
{
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string? text) => string.IsNullOrEmpty(text) ? "" : Encoder.Encode(text);

    /// <summary>Makes room above: where the text has a heading of level 1, every heading goes one level down.</summary>
    public static string LowerHeadings(string html)
    {
        if (!html.Contains("<h1", StringComparison.Ordinal))
            return html;
        for (var level = 5; level >= 1; level--)
            html = html.Replace($"<h{level}", $"<h{level + 1}", StringComparison.Ordinal).Replace($"</h{level}>", $"</h{level + 1}>", StringComparison.Ordinal);
        return html;
    }
}
