namespace Lectern.Site.Links;

/// <summary>Decides which addresses from the sources may become links.</summary>
public static class SafeUrl
{
    /// <summary>The address if it is an http, https or mailto URL without blanks or control characters; else null.</summary>
    public static string? External(string? address) =>
        Web(address) ?? (Clean(address) is { } url && url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && url.Contains('@') ? url : null);

    public static string? Web(string? address)
    {
        if (Clean(address) is not { } url)
            return null;
        if (!url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return null;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? url : null;
    }

    public static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : "";

    private static string? Clean(string? address)
    {
        var url = address?.Trim(' ');
        if (string.IsNullOrEmpty(url))
            return null;
        foreach (var letter in url)
        {
            if (letter <= ' ' || char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '<' or '>' or '"' or '\\' || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format)
                return null;
        }

        return url;
    }
}
