using Lectern.Model;
using Lectern.Site.Pages;
using Lectern.Site.Rendering;

namespace Lectern.Site.Links;

/// <summary>Follows every link inside the site and reports all that lead nowhere.</summary>
internal static class LinkCheck
{
    /// <summary>Where a build keeps every address of the one before, only the new pages can hold new broken links.</summary>
    public static IReadOnlyList<Diagnostic> Pages(
        Dictionary<string, RenderedPage> pages, Dictionary<string, SiteFile> files, SiteGeneration? previous, IReadOnlyCollection<string> fresh)
    {
        RenderedPage[] suspects = previous is { IsSound: true } && Keeps(previous, files, pages, fresh)
            ? [.. fresh.Select(path => pages[path])]
            : [.. pages.Values];
        var broken = new System.Collections.Concurrent.ConcurrentBag<(int Order, Diagnostic Finding)>();
        Parallel.For(0, suspects.Length, i =>
        {
            foreach (var target in suspects[i].Links.Targets)
            {
                if (Problem(target, files.ContainsKey, path => pages.GetValueOrDefault(path)?.Links) is { } problem)
                    broken.Add((i, Report(suspects[i], target, problem)));
            }
        });
        return [.. broken.OrderBy(b => b.Order).ThenBy(b => b.Finding.Message, StringComparer.Ordinal).Select(b => b.Finding)];
    }

    private static bool Keeps(SiteGeneration previous, Dictionary<string, SiteFile> files, Dictionary<string, RenderedPage> pages, IReadOnlyCollection<string> fresh) =>
        previous.Files.All(f => files.ContainsKey(f.Path))
        && fresh.All(path => previous.Pages.GetValueOrDefault(path) is not { } old || old.Links.Anchors.All(pages[path].Links.Offers));

    /// <summary>Links that the sources make to one another, at the line where they are written.</summary>
    public static IEnumerable<Diagnostic> Sources(IEnumerable<Document> documents, SiteMap map)
    {
        foreach (var document in documents)
        {
            foreach (var link in document.Links)
            {
                if (link.Form == LinkForm.Markdown && PointsToSource(link.Target) && !Exists(document, link.Target, map))
                {
                    yield return new(SiteCodes.BrokenSourceLink, document.Path, link.At, $"'{link.Target}' is not a document of this site")
                    {
                        Expected = "the path of a note or list, relative to this file",
                        Suggestion = "write the name in brackets instead, as in [Attention]",
                    };
                }
            }
        }
    }

    private static bool Exists(Document from, string target, SiteMap map) =>
        SourcePath.Combine(from.Path, target.Split('#')[0]) is { } path && map.OfDocument(path) is not null;

    private static bool PointsToSource(string target)
    {
        var path = target.AsSpan();
        var hash = path.IndexOf('#');
        path = hash >= 0 ? path[..hash] : path;
        return path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !path.Contains(':');
    }

    /// <param name="holds">Whether the site has a file.</param>
    /// <param name="linksOf">The links of a page; null of a file that is none, whose anchors nobody knows.</param>
    internal static string? Problem(string target, Func<string, bool> holds, Func<string, PageLinks?> linksOf)
    {
        if (holds(target))
            return null;
        var hash = target.IndexOf('#');
        if (hash < 0)
            return "no such page";
        var path = target[..hash];
        if (!holds(path))
            return "no such page";
        var anchor = target[(hash + 1)..];
        return linksOf(path) is not { } links || links.Offers(anchor) || links.Offers(Uri.UnescapeDataString(anchor)) ? null : "no such anchor on that page";
    }

    private static Diagnostic Report(RenderedPage page, string target, string problem)
    {
        var html = System.Text.Encoding.UTF8.GetString(page.File.Content.Span);
        var at = Math.Max(0, html.IndexOf(target[(target.IndexOf('#') + 1)..], StringComparison.Ordinal));
        var line = html.AsSpan(0, at).Count('\n') + 1;
        var column = at - html.AsSpan(0, at).LastIndexOf('\n');
        return new(SiteCodes.BrokenLink, page.Page.Path, new(line, column, at, target.Length), $"link to '{target}': {problem}");
    }
}
