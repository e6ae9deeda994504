using Lectern.Model;
using Lectern.Site.Rendering;

namespace Lectern.Site.Links;

/// <summary>Follows every link inside the site and reports all that lead nowhere.</summary>
internal static class LinkCheck
{
    public static IReadOnlyList<Diagnostic> Pages(IReadOnlyList<RenderedPage> pages, IReadOnlyDictionary<string, SiteFile> files)
    {
        var links = pages.ToDictionary(p => p.Page.Path, p => p.Links, StringComparer.Ordinal);
        var broken = new System.Collections.Concurrent.ConcurrentBag<(int Order, Diagnostic Finding)>();
        Parallel.For(0, pages.Count, i =>
        {
            foreach (var target in pages[i].Links.Targets)
            {
                if (Problem(target, files, links) is { } problem)
                    broken.Add((i, Report(pages[i], target, problem)));
            }
        });
        return [.. broken.OrderBy(b => b.Order).ThenBy(b => b.Finding.Message, StringComparer.Ordinal).Select(b => b.Finding)];
    }

    /// <summary>Links that the sources make to one another, at the line where they are written.</summary>
    public static IEnumerable<Diagnostic> Sources(IEnumerable<Document> documents, LinkResolver resolver)
    {
        foreach (var document in documents)
        {
            foreach (var link in document.Links)
            {
                if (link.Form == LinkForm.Markdown && PointsToSource(link.Target) && resolver.ToDocument(document, link.Target) is null)
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

    private static bool PointsToSource(string target)
    {
        var path = target.AsSpan();
        var hash = path.IndexOf('#');
        path = hash >= 0 ? path[..hash] : path;
        return path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !path.Contains(':');
    }

    private static string? Problem(string target, IReadOnlyDictionary<string, SiteFile> files, Dictionary<string, PageLinks> links)
    {
        if (files.ContainsKey(target))
            return null;
        var hash = target.IndexOf('#');
        if (hash < 0)
            return "no such page";
        var path = target[..hash];
        if (!files.ContainsKey(path))
            return "no such page";
        var anchor = target[(hash + 1)..];
        return !links.TryGetValue(path, out var page) || page.Offers(anchor) || page.Offers(Uri.UnescapeDataString(anchor)) ? null : "no such anchor on that page";
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
