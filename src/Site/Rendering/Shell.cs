using System.Collections.Concurrent;
using Lectern.Site.Pages;

namespace Lectern.Site.Rendering;

/// <summary>What surrounds every page: head, navigation, foot. The parts that pages share are written once per depth and section.</summary>
internal sealed class Shell(SiteContent site)
{
    /// <summary>
    /// No script or style in the page, nothing from elsewhere; style attributes only because set formulas are placed by them.
    /// </summary>
    public const string Policy =
        "default-src 'none'; img-src 'self' data:; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; " +
        "font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'self'";

    private static readonly (string Path, string Label)[] Places =
    [
        (SiteMap.Search, "Search"), (SiteMap.Papers, "Papers"), (SiteMap.Notes, "Notes"), (SiteMap.Lists, "Lists"), (TermKind.Tag.IndexPath, "Tags"),
        (TermKind.Author.IndexPath, "Authors"), (TermKind.Year.IndexPath, "Years"), (SiteMap.Timeline, "Timeline"),
        (SiteMap.Map, "Map"),
    ];

    private readonly ConcurrentDictionary<(string Root, string Section), string> _tops = [];
    private readonly ConcurrentDictionary<string, string> _ends = [];

    public void Write(HtmlText output, Page page, PageContext context, ReadOnlySpan<char> body)
    {
        var root = context.Root;
        var isHome = page is HomePage;
        output.Raw("<!DOCTYPE html>\n<html lang=\"").Encoded(site.Settings.Language).Raw("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").Raw(Policy).Raw("\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            .Encoded(isHome ? site.Settings.Title : $"{page.Title} · {site.Settings.Title}").Raw("</title>\n");
        PageHead.Write(output, site, page);
        Style(output, root, "theme.js");
        if (site.HasFonts)
            Style(output, root, "fonts.css");
        if (context.UsesMath && site.Formulas.Version is not null)
            Style(output, root, "katex/katex.css");
        Style(output, root, "site.css");
        if (page is MapPage)
            Style(output, root, SiteAssets.MapStyle);
        Deferred(output, root, "site.js");
        if (site.HasSearch)
            Deferred(output, root, "search.js");
        output.Raw("<link rel=\"icon\" href=\"").Raw(root).Raw("assets/favicon.svg\" type=\"image/svg+xml\">\n</head>\n");
        output.Raw(_tops.GetOrAdd((root, Section(page.Path)), Top)).Raw(body).Raw(_ends.GetOrAdd(root, End));
    }

    private static void Style(HtmlText output, string root, string name)
    {
        if (name.EndsWith(".js", StringComparison.Ordinal))
            output.Raw("<script src=\"").Raw(root).Raw("assets/").Raw(name).Raw("\"></script>\n");
        else
            output.Raw("<link rel=\"stylesheet\" href=\"").Raw(root).Raw("assets/").Raw(name).Raw("\">\n");
    }

    private static void Deferred(HtmlText output, string root, string name) =>
        output.Raw("<script src=\"").Raw(root).Raw("assets/").Raw(name).Raw("\" defer></script>\n");

    private static string Section(string path) => path.Contains('/') ? path[..path.IndexOf('/')] : path;

    private string Top((string Root, string Section) at)
    {
        var html = new HtmlText();
        var home = at.Section == SiteMap.Home;
        html.Raw($"<body data-root=\"{at.Root}\">\n<a class=\"skip\" href=\"#main\">Skip to the text</a>\n<header class=\"site-head\">\n<p class=\"site-title\"><a href=\"{at.Root}{SiteMap.Home}\"{(home ? " aria-current=\"page\"" : "")}>")
            .Encoded(site.Settings.Title).Raw("</a></p>\n<nav aria-label=\"Main\"><ul>\n");
        foreach (var (path, label) in Places.Where(p => Exists(p.Path)))
            html.Raw($"<li><a href=\"{at.Root}{path}\"{(Section(path) == at.Section ? " aria-current=\"true\"" : "")}>{label}</a></li>\n");
        html.Raw("</ul></nav>\n<p class=\"script-only\" hidden><button type=\"button\" data-theme-toggle>Theme</button></p>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n");
        return html.Written.ToString();
    }

    private string End(string root)
    {
        var html = new HtmlText();
        html.Raw("\n</main>\n<footer class=\"site-foot\">\n<p>");
        if (site.Settings.Author is { } author)
            html.Encoded(author).Raw(". ");
        html.Raw($"Every fact leads back to the line it was read from. <a href=\"{root}{SiteMap.Findings}\">Findings</a></p>\n")
            .Raw("<p class=\"script-only\" hidden><button type=\"button\" data-keys>Keys</button></p>\n</footer>\n")
            .Raw(Keys).Raw("</body>\n</html>\n");
        return html.Written.ToString();
    }

    private bool Exists(string path) => path == SiteMap.Map
        ? site.Topics.Count > 0
        : TermKind.All.FirstOrDefault(k => k.IndexPath == path) is not { } kind || kind.Terms(site.Knowledge).Count > 0;

    private const string Keys = """
        <dialog id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        <dl>
        <div><dt><kbd>/</kbd></dt><dd>find or filter</dd></div>
        <div><dt><kbd>Ctrl</kbd> <kbd>K</kbd></dt><dd>search from any page</dd></div>
        <div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next, previous in a list</dd></div>
        <div><dt><kbd>g</kbd> <kbd>h</kbd></dt><dd>home</dd></div>
        <div><dt><kbd>g</kbd> <kbd>p</kbd></dt><dd>papers</dd></div>
        <div><dt><kbd>g</kbd> <kbd>n</kbd></dt><dd>notes</dd></div>
        <div><dt><kbd>g</kbd> <kbd>l</kbd></dt><dd>reading lists</dd></div>
        <div><dt><kbd>g</kbd> <kbd>t</kbd></dt><dd>tags</dd></div>
        <div><dt><kbd>g</kbd> <kbd>a</kbd></dt><dd>authors</dd></div>
        <div><dt><kbd>g</kbd> <kbd>y</kbd></dt><dd>years</dd></div>
        <div><dt><kbd>g</kbd> <kbd>r</kbd></dt><dd>timeline of reading</dd></div>
        <div><dt><kbd>d</kbd></dt><dd>light, dark, as the system</dd></div>
        <div><dt><kbd>?</kbd></dt><dd>this list</dd></div>
        </dl>
        <form method="dialog"><button type="submit">Close</button></form>
        </dialog>

        """;
}
