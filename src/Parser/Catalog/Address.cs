using System.Text;

namespace Lectern.Catalog;

/// <summary>A URL without what does not change the page it leads to.</summary>
public static class Address
{
    private static readonly string[] Tracking =
        ["utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src", "source=", "pp=", "ab_channel"];

    private static readonly string[] CodeHosts = ["github.com/", "gitlab.com/", "bitbucket.org/", "codeberg.org/"];

    public static bool IsHttp(string? url) =>
        url is not null && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase));

    public static bool IsCode(string? url) => IsHttp(url) && CodeHosts.Any(host => Normalize(url!).StartsWith(host, StringComparison.Ordinal));

    /// <summary>The identifier of a YouTube video in any form of its address; null for other pages.</summary>
    public static string? Video(string? url)
    {
        if (!IsHttp(url))
            return null;
        var rest = WithoutScheme(url!);
        var id = rest.StartsWith("youtu.be/", StringComparison.OrdinalIgnoreCase) ? After(rest, "/")
            : !rest.StartsWith("youtube.com/", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("m.youtube.com/", StringComparison.OrdinalIgnoreCase) ? null
            : After(rest, "?v=") ?? After(rest, "&v=") ?? After(rest, "/embed/") ?? After(rest, "/shorts/") ?? After(rest, "/live/");
        return id is { Length: > 0 } ? id : null;

        static string? After(string text, string mark)
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0)
                return null;
            var tail = text.AsSpan(at + mark.Length);
            var end = tail.IndexOfAny("?&#/");
            return (end < 0 ? tail : tail[..end]).ToString();
        }
    }

    /// <summary>Host in lower case, without scheme, <c>www.</c>, fragment, tracking parameters, <c>.pdf</c> and final slash.</summary>
    public static string Normalize(string url)
    {
        var rest = WithoutScheme(url);
        var fragment = rest.IndexOf('#');
        if (fragment >= 0)
            rest = rest[..fragment];
        var query = rest.IndexOf('?');
        var path = (query < 0 ? rest : rest[..query]).TrimEnd('/');
        if (path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            path = path[..^4];
        var slash = path.IndexOf('/');
        var result = new StringBuilder(slash < 0 ? path.ToLowerInvariant() : path[..slash].ToLowerInvariant() + path[slash..]);
        if (query >= 0)
        {
            var kept = rest[(query + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Where(p => !Tracking.Any(t => p.StartsWith(t, StringComparison.OrdinalIgnoreCase)))
                .Order(StringComparer.Ordinal);
            var separator = '?';
            foreach (var parameter in kept)
            {
                result.Append(separator).Append(parameter);
                separator = '&';
            }
        }

        return result.ToString();
    }

    private static string WithoutScheme(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? url : url[(scheme + 3)..];
        return rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
    }
}
