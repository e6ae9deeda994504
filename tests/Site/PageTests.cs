using AngleSharp.Dom;
using Lectern.Model;

namespace Lectern.Site.Tests;

public sealed class PageTests
{
    private static readonly SiteGeneration Site = TestSite.Small().Build();

    [Theory]
    [InlineData("index.html")]
    [InlineData("papers/index.html")]
    [InlineData("papers/clip/index.html")]
    [InlineData("tags/vision/index.html")]
    [InlineData("authors/alec-radford/index.html")]
    [InlineData("years/index.html")]
    [InlineData("notes/softmax/index.html")]
    [InlineData("lists/lists/index.html")]
    [InlineData("timeline/index.html")]
    [InlineData("findings/index.html")]
    [InlineData("404.html")]
    [InlineData("sitemap.xml")]
    [InlineData("robots.txt")]
    [InlineData("papers.json")]
    public void ASiteHas(string path) => Assert.NotNull(Site.Find(path));

    [Fact]
    public void EveryPageHasOneMainHeadingALanguageAndLandmarks()
    {
        foreach (var (path, html) in TestSite.Pages(Site))
        {
            Assert.True(html.QuerySelectorAll("h1").Length == 1, path);
            Assert.Equal("en", html.DocumentElement.GetAttribute("lang"));
            Assert.Single(html.QuerySelectorAll("main"));
            Assert.Single(html.QuerySelectorAll("nav[aria-label]"));
            Assert.Equal("#main", html.QuerySelector("a.skip")?.GetAttribute("href"));
        }
    }

    [Fact]
    public void NoPageNamesTwoElementsAlike()
    {
        foreach (var (path, html) in TestSite.Pages(Site))
        {
            var twice = html.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => $"{path}#{g.Key}");
            Assert.Empty(twice);
        }
    }

    [Fact]
    public void APaperShowsEveryMentionWithItsLineItsTimeAndTheReason()
    {
        var html = TestSite.Page(Site, "papers/clip/index.html");
        var places = html.QuerySelectorAll(".mentions a.place").Select(a => (a.TextContent, a.GetAttribute("href")));
        Assert.Equal([("papers/lists.md:3", "../../lists/lists/index.html#L3"), ("papers/lists.md:4", "../../lists/lists/index.html#L4")], places);
        Assert.Contains("25 July 2023, 11:25", html.QuerySelector(".margin")!.TextContent);
        Assert.Equal(2, html.QuerySelectorAll(".reason").Count(r => r.TextContent == "it bears the title"));
    }

    [Fact]
    public void TheWordCodeStandsOnlyInRowsOfWorksThatHaveIt()
    {
        var small = TestSite.Small();
        small.Papers["clip"] = small.Papers["clip"] with { CodeUrl = "https://example.org/clip" };
        var rows = TestSite.Page(small.Build(), "papers/index.html").QuerySelectorAll("#works tbody tr");
        Assert.Equal(["Learning Transferable Models"], rows.Where(r => r.TextContent.Contains("code")).Select(r => r.QuerySelector("th a")!.TextContent));
    }

    [Fact]
    public void EveryLineOfAListCanBeLinkedTo()
    {
        var html = TestSite.Page(Site, "lists/lists/index.html");
        Assert.Equal(Enumerable.Range(1, 5).Select(i => $"L{i}"), html.QuerySelectorAll("span.line").Select(e => e.Id));
        Assert.Contains("CLIP again", html.GetElementById("L4")!.ParentElement!.TextContent);
    }

    [Fact]
    public void ALocalFileIsNamedButNotLinked()
    {
        var html = TestSite.Page(Site, "papers/clip/index.html");
        Assert.Contains(html.QuerySelectorAll(".file"), f => f.TextContent == "2103.00020.pdf");
        Assert.DoesNotContain(html.Links, a => a.GetAttribute("href")!.Contains("2103.00020.pdf"));
    }

    [Fact]
    public void ANoteStandsOnThePageOfItsPaperWithItsFormulasSetAndItsNamesLinked()
    {
        var html = TestSite.Page(Site, "papers/attention/index.html");
        Assert.NotNull(html.QuerySelector(".prose math"));
        Assert.Equal("../../papers/clip/index.html", html.QuerySelectorAll(".prose a").First(a => a.TextContent == "CLIP").GetAttribute("href"));
    }

    [Fact]
    public void APaperTellsScholarsToolsWhatItIs()
    {
        var html = TestSite.Page(Site, "papers/clip/index.html");
        Assert.Equal("Alec Radford", html.QuerySelector("meta[name=citation_author]")?.GetAttribute("content"));
        Assert.Equal("2103.00020", html.QuerySelector("meta[name=citation_arxiv_id]")?.GetAttribute("content"));
        Assert.Contains("\"ScholarlyArticle\"", html.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Null(html.QuerySelector("link[rel=canonical]"));
    }

    [Fact]
    public void ABaseAddressGivesCanonicalLinksAndASitemapOfAddresses()
    {
        var small = TestSite.Small();
        small.Settings.WithBase("not a url");
        var site = new SiteBuilder(small.Settings.WithBase("https://example.org/r"), TestSite.Assets, small.Setter, _ => "").Build(small.Knowledge());
        var html = TestSite.Page(site, "papers/clip/index.html");
        Assert.Equal("https://example.org/r/papers/clip/", html.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Contains("<loc>https://example.org/r/papers/clip/</loc>", TestSite.Text(site, "sitemap.xml"));
    }

    [Fact]
    public void FindingsLeadToTheLineTheyAreAbout()
    {
        var small = new TestSite();
        var list = small.List("a.md", "- #open text goes on\n");
        Assert.NotEmpty(list.Diagnostics);
        var html = TestSite.Page(small.Build(), "findings/index.html");
        Assert.Equal("../lists/a/index.html#L1", html.QuerySelector("#findings a")?.GetAttribute("href"));
    }

    [Fact]
    public void ATitleOfASlideIsAHeading()
    {
        var small = new TestSite();
        var list = small.List("slides.txt", "A high entropy talk\n\nItinerary\n\n- one\n - deeper\n- two\n\nSome code\n\n- three\n - more\n");
        Assert.Equal(Model.Dialect.Slides, list.Dialect);
        var headings = TestSite.Page(small.Build(), "lists/slides/index.html").QuerySelectorAll("[role=heading]").Select(h => h.TextContent.Trim());
        Assert.Contains("Some code", headings);
    }

    [Fact]
    public void AnAmbiguousReadingIsMarkedInWords()
    {
        var small = new TestSite();
        var list = small.List("a.md", "[z:1000.70126.00001] [Read at the turn of a year]{}\n");
        small.Paper("turn", "Read at the turn of a year", list, 0);
        Assert.Contains("ambiguous", TestSite.Page(small.Build(), "timeline/index.html").QuerySelector("table")!.TextContent);
    }

    [Fact]
    public void AnEmptyKnowledgeBaseStillMakesASite() => Assert.True(new TestSite().Build().Succeeded);

    [Fact]
    public void ASiteOfGoodSourcesHasNoFindings() =>
        Assert.DoesNotContain(Site.Diagnostics, d => d.Severity == Severity.Error);

    [Fact]
    public void TheHomePageBeginsWithTheListsThatLeadThroughTheOthers()
    {
        var site = TestSite.Small();
        site.List("papers/path.md", "---\ntitle: A path\ndescription: One stop after another.\ntags: reading-path\n---\n\nRead on.\n");
        var home = TestSite.Page(site.Build(), "index.html");
        Assert.Equal(["A path One stop after another."], Lines("paths"));
        Assert.Equal(["Models 3 entries"], Lines("lists"));
        Assert.Equal("One stop after another.", TestSite.Page(site.Build(), "lists/path/index.html").QuerySelector("meta[name=description]")!.GetAttribute("content"));

        IEnumerable<string> Lines(string heading) => home.QuerySelectorAll($"[aria-labelledby={heading}] li").Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }
}
