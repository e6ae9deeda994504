using Lectern.Site.Links;
using Lectern.Site.Pages;
using Lectern.Site.Rendering;

namespace Lectern.Site.Tests;

public sealed class LinkTests
{
    [Fact]
    public void EveryLinkOfABuiltSiteLeadsSomewhere()
    {
        var site = TestSite.Small().Build();
        foreach (var (path, html) in TestSite.Pages(site))
        {
            foreach (var element in html.QuerySelectorAll("[href], [src], [action]"))
            {
                var url = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!;
                if (url.StartsWith("http", StringComparison.Ordinal))
                    continue;
                var target = new Uri(new Uri("http://site/" + path), url);
                var file = site.Find(target.AbsolutePath[1..]);
                Assert.True(file is not null, $"{path}: {url}");
                if (target.Fragment.Length > 1)
                    Assert.NotNull(TestSite.Page(site, file.Path).GetElementById(target.Fragment[1..]));
            }
        }
    }

    [Fact]
    public void AllBrokenLinksAreReportedAtOnce()
    {
        RenderedPage[] pages =
        [
            Page("index.html", "<a href=\"papers/index.html\">good</a> <a href=\"gone/index.html\">bad</a>\n<img src=\"none.png\">"),
            Page("papers/index.html", "<p id=\"here\"></p><a href=\"#here\">good</a><a href=\"#there\">bad</a><a href=\"../index.html\">good</a><a href=\"https://example.org/\">outside</a>"),
        ];
        var files = pages.ToDictionary(p => p.File.Path, p => p.File);
        var broken = LinkCheck.Pages(pages.ToDictionary(p => p.Page.Path), files, previous: null, fresh: []);
        Assert.Equal(
        [
            "index.html:1:47: error LEC3001: link to 'gone/index.html': no such page",
            "index.html:2:11: error LEC3001: link to 'none.png': no such page",
            "papers/index.html:1:52: error LEC3001: link to 'papers/index.html#there': no such anchor on that page",
        ],
        broken.Select(b => b.ToString()));
    }

    [Fact]
    public void TextThatLooksLikeALinkIsNone()
    {
        var links = LinkScanner.Scan("index.html", "<p title='href=\"x.html\"'>href=\"y.html\" &lt;a href=\"z.html\"&gt;</p><a data-href=\"w.html\" href='v.html'>");
        Assert.Equal(["v.html"], links.Targets);
    }

    [Fact]
    public void ALinkToAMissingNoteFailsTheBuildAtItsLine()
    {
        var small = TestSite.Small();
        small.Note("attention", "notes/attention.md", "Text.\n\nSee [this](missing.md) and [that](../papers/lists.md).\n");
        var site = small.Build();
        Assert.False(site.Succeeded);
        var finding = Assert.Single(site.Diagnostics, d => d.Code == SiteCodes.BrokenSourceLink);
        Assert.StartsWith("notes/attention.md:3:", finding.ToString());
        Assert.Contains("missing.md", finding.Message);
    }

    [Fact]
    public void ALinkWithinAListStillLeadsThereFromThePageThatQuotesIt()
    {
        var small = new TestSite();
        var list = small.List("a.md", "# A list\n\n## Part\n- [Essay]{} see [above](#part), [the top](#a-list) and [nowhere](#none)\n");
        small.Paper("essay", "Essay", list, 0);
        var site = small.Build();
        Assert.True(site.Succeeded, string.Join('\n', site.Diagnostics));
        Assert.Contains("href=\"#part\"", TestSite.Text(site, "lists/a/index.html"));
        Assert.Contains("href=\"../../lists/a/index.html#part\"", TestSite.Text(site, "papers/essay/index.html"));
        Assert.DoesNotContain("#none", TestSite.Text(site, "papers/essay/index.html"));
    }

    [Fact]
    public void ANewPageIsFoundByLinksThatWereTextBefore()
    {
        var small = TestSite.Small();
        small.Concepts.Add(NotationParser.Parse("notes/x.md", "# X\n\nSee [LoRA].\n"));
        var builder = small.Builder();
        var before = builder.Build(small.Knowledge());
        small.Paper("lora", "LoRA");
        var after = builder.Build(small.Knowledge(), before);
        Assert.DoesNotContain("lora", TestSite.Text(before, "notes/x/index.html"));
        Assert.Contains("../../papers/lora/index.html", TestSite.Text(after, "notes/x/index.html"));
    }

    private static RenderedPage Page(string path, string html) => new(
        new NotFoundPage(default) with { Path = path },
        new(path, System.Text.Encoding.UTF8.GetBytes(html)), [], LinkScanner.Scan(path, html));
}
