using System.Net;

namespace Lectern.Site.Links;

/// <summary>The addresses inside the site that a page names, each once, and the anchors it offers.</summary>
internal sealed record PageLinks(string[] Targets, string[] Anchors)
{
    private HashSet<string>? _anchors;

    public bool Offers(string anchor) => (_anchors ??= new(Anchors, StringComparer.Ordinal)).Contains(anchor);
}

/// <summary>Reads <c>href</c>, <c>src</c>, <c>action</c> and <c>id</c> off finished HTML without building a tree.</summary>
internal static class LinkScanner
{
    [ThreadStatic]
    private static Scratch? t_scratch;

    public static PageLinks Scan(string path, ReadOnlySpan<char> html)
    {
        var scratch = t_scratch ??= new();
        scratch.Targets.Clear();
        scratch.Anchors.Clear();
        for (int at; (at = html.IndexOf('<')) >= 0;)
        {
            html = html[(at + 1)..];
            if (html.IsEmpty || !char.IsAsciiLetter(html[0]))
                continue;
            html = Tag(path, html, scratch);
        }

        return new([.. scratch.Targets], [.. scratch.Anchors]);
    }

    private static ReadOnlySpan<char> Tag(string path, ReadOnlySpan<char> html, Scratch scratch)
    {
        while (true)
        {
            var stop = html.IndexOfAny('=', '>');
            if (stop < 0)
                return [];
            if (html[stop] == '>')
                return html[(stop + 1)..];
            var name = html[..stop];
            name = name[(name.LastIndexOfAny(' ', '\n') + 1)..];
            html = html[(stop + 1)..];
            if (html.IsEmpty || html[0] is not ('"' or '\''))
                continue;
            var close = html[1..].IndexOf(html[0]);
            if (close < 0)
                return [];
            Attribute(path, name, html.Slice(1, close), scratch);
            html = html[(close + 2)..];
        }
    }

    private static void Attribute(string path, ReadOnlySpan<char> name, ReadOnlySpan<char> value, Scratch scratch)
    {
        if (name.SequenceEqual("id"))
            scratch.Anchors.Add(Decode(value));
        else if ((name.SequenceEqual("href") || name.SequenceEqual("src") || name.SequenceEqual("action")) && !IsOutside(value))
            scratch.Target(path, value);
    }

    private static bool IsOutside(ReadOnlySpan<char> url) =>
        url.StartsWith("http") || url.StartsWith("mailto:") || url.StartsWith("data:") || url.StartsWith("//");

    private static string Decode(ReadOnlySpan<char> value) =>
        value.Contains('&') ? WebUtility.HtmlDecode(value.ToString()) : value.ToString();

    private sealed class Scratch
    {
        private readonly HashSet<string> _interned = new(StringComparer.Ordinal);

        public HashSet<string> Targets { get; } = new(StringComparer.Ordinal);

        public List<string> Anchors { get; } = [];

        /// <summary>Keeps a target as a path from the root. Links here climb to the root first, so most need no more than losing their dots.</summary>
        public void Target(string path, ReadOnlySpan<char> url)
        {
            var depth = path.AsSpan().Count('/');
            while (depth > 0 && url.StartsWith("../"))
            {
                url = url[3..];
                depth--;
            }

            if (depth == 0 && !url.IsEmpty && url[0] != '#' && !url.Contains("./", StringComparison.Ordinal) && !url.ContainsAny('&', '%', '?'))
            {
                var known = _interned.GetAlternateLookup<ReadOnlySpan<char>>();
                if (!known.TryGetValue(url, out var target))
                    _interned.Add(target = url.ToString());
                Targets.Add(target);
                return;
            }

            Targets.Add(Combine(path, depth, Decode(url)));
        }

        private static string Combine(string path, int depth, string url)
        {
            var folders = path.Split('/').AsSpan(0, depth);
            var hash = url.IndexOf('#');
            var fragment = hash >= 0 ? url[hash..] : "";
            var target = hash >= 0 ? url[..hash] : url;
            if (target.IndexOf('?') is var query and >= 0)
                target = target[..query];
            target = Uri.UnescapeDataString(target);
            return target.Length == 0
                ? path + fragment
                : string.Join('/', [.. folders, .. target.Split('/').Where(p => p != ".")]) + fragment;
        }
    }
}
