using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Lectern.Site.Rendering;

/// <summary>The one encoder of every page: what HTML reserves is escaped, letters of any script stay letters.</summary>
public static class Html
{
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string? text) => string.IsNullOrEmpty(text) ? "" : Encoder.Encode(text);
}
