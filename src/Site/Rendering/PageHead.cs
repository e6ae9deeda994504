using System.Text.Json.Nodes;
using Lectern.Catalog;
using Lectern.Site.Pages;
using Lectern.Site.Views;

namespace Lectern.Site.Rendering;

/// <summary>What a page tells machines: description, canonical address, OpenGraph, and for a paper the tags scholars' tools read.</summary>
internal static class PageHead
{
    public static void Write(HtmlText output, SiteContent site, Page page)
    {
        var description = page.Description ?? site.Settings.Description;
        Meta(output, "name", "description", description);
        Meta(output, "property", "og:title", page.Title);
        Meta(output, "property", "og:description", description);
        Meta(output, "property", "og:site_name", site.Settings.Title);
        Meta(output, "property", "og:type", page is PaperPage or NotePage ? "article" : "website");
        if (site.Absolute(page.Path) is { } address && page is not NotFoundPage)
        {
            output.Raw("<link rel=\"canonical\" href=\"").Encoded(address).Raw("\">\n");
            Meta(output, "property", "og:url", address);
        }

        if (page is PaperPage { Paper: var paper } paperPage)
            Scholarly(output, site, paperPage, paper);
    }

    private static void Scholarly(HtmlText output, SiteContent site, PaperPage page, Paper paper)
    {
        Meta(output, "name", "citation_title", paper.Title);
        foreach (var author in paper.Authors)
            Meta(output, "name", "citation_author", author);
        Meta(output, "name", "citation_publication_date", paper.Year?.ToString());
        Meta(output, "name", "citation_conference_title", paper.Venue);
        Meta(output, "name", "citation_arxiv_id", paper.Arxiv?.Id);
        Meta(output, "name", "citation_doi", paper.Doi?.Id);
        Meta(output, "name", "citation_pdf_url", PaperMarkup.Pdf(paper));
        foreach (var tag in paper.Tags)
            Meta(output, "name", "citation_keywords", tag);
        output.Raw("<script type=\"application/ld+json\">").Raw(JsonLd(site, page, paper)).Raw("</script>\n");
    }

    private static string JsonLd(SiteContent site, PaperPage page, Paper paper)
    {
        var article = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "ScholarlyArticle",
            ["headline"] = paper.Title,
            ["name"] = paper.Title,
        };
        if (paper.ShortName is { } name)
            article["alternateName"] = name;
        if (paper.Authors.Count > 0)
            article["author"] = new JsonArray([.. paper.Authors.Select(a => new JsonObject { ["@type"] = "Person", ["name"] = a })]);
        if (paper.Year is { } year)
            article["datePublished"] = year.ToString();
        if (paper.Tags.Count > 0)
            article["keywords"] = string.Join(", ", paper.Tags);
        var same = new[] { paper.Arxiv?.AbstractUrl, paper.Doi?.Url }.OfType<string>().ToArray();
        if (same.Length > 0)
            article["sameAs"] = new JsonArray([.. same.Select(s => (JsonNode)s)]);
        if (site.Absolute(page.Path) is { } address)
            article["url"] = address;
        return article.ToJsonString();
    }

    private static void Meta(HtmlText output, string key, string name, string? content)
    {
        if (!string.IsNullOrEmpty(content))
            output.Raw("<meta ").Raw(key).Raw("=\"").Raw(name).Raw("\" content=\"").Encoded(content).Raw("\">\n");
    }
}
