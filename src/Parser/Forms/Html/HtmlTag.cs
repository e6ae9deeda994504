using System.Text.RegularExpressions;

namespace Lectern.Forms.Html;

/// <summary>The name and the attributes of one tag, from the text between its angle brackets.</summary>
internal sealed partial record HtmlTag(string Name, bool IsClosing, string Attributes)
{
    public static HtmlTag? Read(ReadOnlySpan<char> inner)
    {
        var closing = inner.StartsWith("/");
        var text = (closing ? inner[1..] : inner).TrimEnd().TrimEnd('/');
        var end = text.IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
        var name = end < 0 ? text : text[..end];
        if (name.IsEmpty || (end >= 0 && !char.IsWhiteSpace(text[end])))
            return null;
        return new(name.ToString(), closing, end < 0 ? "" : text[end..].Trim().ToString());
    }

    /// <summary>The value of an attribute; empty where it is absent.</summary>
    public string Attribute(string name)
    {
        foreach (Match match in Pair().Matches(Attributes))
        {
            if (match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                return match.Groups["value"].Value.Trim('"', '\'');
        }

        return "";
    }

    [GeneratedRegex(@"(?<name>[\w-]+)\s*=\s*(?<value>""[^""]*""|'[^']*'|[^\s""'>]+)")]
    private static partial Regex Pair();
}
