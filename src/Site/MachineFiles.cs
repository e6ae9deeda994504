using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Lectern.Site.Pages;
using Lectern.Site.Rendering;

namespace Lectern.Site;

/// <summary>The files of the site that programs read: <c>papers.json</c>, <c>sitemap.xml</c>, <c>robots.txt</c>.</summary>
internal static class MachineFiles
{
    private static readonly JavaScriptEncoder Letters = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static IReadOnlyList<SiteFile> Of(SiteContent site) =>
    [
        new("papers.json", Papers(site)),
        new("robots.txt", Encoding.UTF8.GetBytes(
            "User-agent: *\nAllow: /\n" + (site.Absolute("sitemap.xml") is { } map ? $"Sitemap: {map}\n" : ""))),
    ];

    /// <summary>Addresses are absolute where the base of the site is known; else they are paths from its root.</summary>
    public static SiteFile Sitemap(SiteSettings settings, IEnumerable<RenderedPage> pages)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        var root = System.Security.SecurityElement.Escape(settings.Base ?? "/");
        foreach (var page in pages)
        {
            if (page.Page.Path != SiteMap.NotFound)
                xml.Append("<url><loc>").Append(root).Append(SiteContent.Address(page.Page.Path)).Append("</loc></url>\n");
        }

        return new("sitemap.xml", Encoding.UTF8.GetBytes(xml.Append("</urlset>\n").ToString()));
    }

    private static byte[] Papers(SiteContent site)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = Letters, Indented = false }))
        {
            json.WriteStartArray();
            foreach (var paper in site.Knowledge.Papers)
            {
                json.WriteStartObject();
                json.WriteString("id", paper.Id);
                json.WriteString("title", paper.Title);
                Optional(json, "shortName", paper.ShortName);
                Strings(json, "authors", paper.Authors);
                if (paper.Year is { } year)
                    json.WriteNumber("year", year);
                Optional(json, "arxiv", paper.Arxiv?.Id);
                Optional(json, "doi", paper.Doi?.Id);
                Strings(json, "tags", paper.Tags);
                json.WriteString("page", site.Map.Of(paper));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return stream.ToArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
