using System.Collections.Concurrent;
using System.Xml.Linq;
using Lectern.Cli.Tests;
using Statiq.Common;
using Statiq.Core;
using Statiq.Feeds;

namespace Lectern.Site.Statiq.Tests;

public sealed class PipelineTests
{
    private static FilterDocuments Papers => new(Config.FromDocument(document => document.Facts()?.Kind == PageKind.Paper));

    [Fact]
    public async Task A_pipeline_of_ones_own_makes_a_feed_of_the_papers_beside_the_site()
    {
        using var folder = Fixtures.KnowledgeBase();
        Assert.Equal(0, (await Outcome.Of(folder.Path, "build", "--base", "https://example.org/reading/")).Code);
        var site = Host.Files(folder["_site"]);
        var feed = Host.Pipeline(
            Papers,
            new OrderDocuments(Config.FromDocument(document => document.Facts()!.Year ?? 0)).Descending(),
            new GenerateFeeds().PreserveOrdering().WithFeedTitle("Papers").WithItemPublished(Config.FromDocument(document => document.Facts()!.Read)));
        var run = await Host.Run(folder.Path, feed, "--base", "https://example.org/reading/");
        Assert.Equal(0, run.Code);
        var made = Host.Files(folder["_site"]);
        Assert.Equal(["feed.atom", "feed.rss"], made.Keys.Except(site.Keys).Order(StringComparer.Ordinal));
        Host.Same(site, made.Where(f => site.ContainsKey(f.Key)).ToDictionary(StringComparer.Ordinal));
        var items = XDocument.Load(folder["_site/feed.rss"]).Descendants("item").ToList();
        Assert.Equal(["Counting Ringed Seals from the Air", "On Tusks"], items.Take(2).Select(item => (string?)item.Element("title")));
        Assert.Equal("https://example.org/reading/papers/ring/index.html", (string?)items[0].Element("link"));
    }

    [Fact]
    public async Task A_document_says_what_is_known_of_its_page()
    {
        using var folder = Fixtures.KnowledgeBase();
        var found = new ConcurrentBag<IDocument>();
        var look = new ExecuteConfig(Config.FromDocument(document =>
        {
            if (document.GetString(SiteKeys.PaperId) == "ring" && document.Get<PageKind>(SiteKeys.Kind) == PageKind.Paper)
                found.Add(document);
        }));
        Assert.Equal(0, (await Host.Run(folder.Path, Host.Pipeline(look, new ClearDocuments()))).Code);
        var ring = Assert.Single(found);
        Assert.Equal(("Counting Ringed Seals from the Air", "Ann Lee, Göran Åberg (2021)"), (ring.GetString(Keys.Title), ring.GetString("Description")));
        Assert.Equal(["Ann Lee", "Göran Åberg"], ring.GetList<string>(SiteKeys.Authors));
        Assert.Contains("field", ring.GetList<string>(SiteKeys.Tags));
        Assert.Equal(2021, ring.GetInt(SiteKeys.Year));
        Assert.Equal(2023, ring.Get<DateTime>(SiteKeys.Read).Year);
        Assert.Equal(("papers/seals.md", 9), (ring.GetString(SiteKeys.SourceFile), ring.GetInt(SiteKeys.SourceLine)));
        Assert.Equal(folder["papers/seals.md"], ring.Source.FullPath);
    }

    [Fact]
    public async Task A_sitemap_of_Statiq_stands_beside_ours()
    {
        using var folder = Fixtures.KnowledgeBase();
        var map = Host.Pipeline(Papers, new GenerateSitemap(), new SetDestination("papers.xml"));
        Assert.Equal(0, (await Host.Run(folder.Path, map, "--base", "https://example.org/")).Code);
        Assert.Contains("<loc>https://example.org/papers/ring/index.html</loc>", File.ReadAllText(folder["_site/papers.xml"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_appended_to_a_file_of_ones_own_is_all_there()
    {
        using var folder = Fixtures.KnowledgeBase();
        var log = Host.Pipeline(Papers, new SetContent("x"), new SetDestination("all.txt"), new WriteFiles().Append(), new ClearDocuments());
        Assert.Equal(0, (await Host.Run(folder.Path, log)).Code);
        Assert.Matches("^x{2,}$", File.ReadAllText(folder["_site/all.txt"]));
    }
}
