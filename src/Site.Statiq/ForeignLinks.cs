using System.Text.RegularExpressions;
using Lectern.Site.Links;

namespace Lectern.Site.Statiq;

/// <summary>Follows the links of pages that other pipelines wrote; those of our own were followed when they were made.</summary>
internal static partial class ForeignLinks
{
    public static IReadOnlyList<string> Broken(SiteGeneration site, string folder, IEnumerable<string> written, string? address)
    {
        var files = written.ToHashSet(StringComparer.Ordinal);
        var foreign = files.Where(path => site.Find(path) is null && path.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(path => path, path => LinkScanner.Scan(path, File.ReadAllText(Path.Combine(folder, path))), StringComparer.Ordinal);
        var root = address is null ? "" : new Uri(address).AbsolutePath[1..];
        return [.. from page in foreign
                   let place = page.Key[..(page.Key.LastIndexOf('/') + 1)]
                   from link in page.Value.Targets
                   where !Scheme().IsMatch(link.StartsWith(place, StringComparison.Ordinal) ? link[place.Length..] : link)
                   let target = FromRoot(link, root)
                   let problem = LinkCheck.Problem(target, files.Contains, LinksOf)
                   where problem is not null
                   orderby page.Key, target
                   select $"{page.Key}: link to '{target}': {problem}"];

        PageLinks? LinksOf(string path) => site.Pages.TryGetValue(path, out var ours) ? ours.Links : foreign.GetValueOrDefault(path);
    }

    /// <summary>A path that was written from the root of the site, or of the server, has kept its leading slash behind the folders of its page.</summary>
    private static string FromRoot(string target, string root)
    {
        var path = target.StartsWith('/') ? target[1..] : target.IndexOf("//", StringComparison.Ordinal) is var at and >= 0 ? target[(at + 2)..] : null;
        return path is null ? target : path.StartsWith(root, StringComparison.Ordinal) ? path[root.Length..] : path;
    }

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
