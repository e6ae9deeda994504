using Lectern.Identifiers;

namespace Lectern.Forms.Links;

/// <summary>The text between the parentheses of a link, and what was meant where it is damaged.</summary>
internal static class LinkDestination
{
    /// <summary>Splits <c>url "title"</c> and <c>url =400x200</c>, removes <c>&lt;…&gt;</c>; a Liquid tag is one destination.</summary>
    public static (string Url, bool HasSpace) Read(ReadOnlySpan<char> inner)
    {
        var url = inner.Trim();
        if (url is ['<', .., '>'])
            url = url[1..^1];
        var space = url.IndexOfAny(' ', '\t');
        if (space > 0 && (url[space..].TrimStart() is ['"', .., '"'] or ['\'', .., '\''] || IsSize(url[space..].TrimStart())))
            url = url[..space];
        return (url.ToString(), url.IndexOfAny(' ', '\t') >= 0 && !IsLiquid(url));
    }

    /// <summary>True for what nobody writes in a parenthesis by chance.</summary>
    public static bool LooksLikeTarget(ReadOnlySpan<char> url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("./") || url.StartsWith("../") || url.StartsWith("#") || url.StartsWith("/") || url.StartsWith("mailto:");

    /// <summary>
    /// The destination that was meant, where it can be told: an arXiv path behind a damaged host, the real target of a
    /// sign-in page, <c>&amp;section</c> that an HTML reader turned into a sign.
    /// </summary>
    public static string? Repair(string url)
    {
        if (url.Contains(' ') && url.StartsWith("http", StringComparison.Ordinal))
            return url.Contains("arxiv", StringComparison.OrdinalIgnoreCase) && ArxivId.Find(url) is { } id ? id.AbstractUrl : null;
        if (url.Contains('§'))
            return url.Replace("§ion", "&section", StringComparison.Ordinal) is var mended && mended != url ? mended : null;
        return RedirectTarget(url);
    }

    private static bool IsSize(ReadOnlySpan<char> text) => text is ['=', _, ..] && text[1..].IndexOfAnyExcept("0123456789x") < 0;

    private static bool IsLiquid(ReadOnlySpan<char> url) => url is ['{', '%', .., '%', '}'];

    private static string? RedirectTarget(string url)
    {
        if (!url.Contains("redirect", StringComparison.Ordinal))
            return null;
        foreach (var name in (ReadOnlySpan<string>)["redirect=", "redirectUrl="])
        {
            var at = url.IndexOf(name, StringComparison.Ordinal);
            if (at <= 0 || url[at - 1] is not ('?' or '&'))
                continue;
            var value = url[(at + name.Length)..];
            var end = value.IndexOf('&');
            var target = Uri.UnescapeDataString(end < 0 ? value : value[..end]);
            if (target.StartsWith("http", StringComparison.Ordinal))
                return target;
        }

        return null;
    }
}
