using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lectern.Site.Maps;

namespace Lectern.Site.Tests;

public sealed class MapTests
{
    private const string Path = "map/index.html";

    private static readonly FieldMap Map = new([
        new("words, meaning", [new("attention", 0.25, 1)]),
        new("pictures, captions", [new("clip", 1, 0)]),
    ]);

    [Fact]
    public void WithoutAMapThereIsNoPageOfItNoWayToItAndNoStyle()
    {
        var site = Build(TestSite.Small(), null);
        Assert.Null(site.Find(Path));
        Assert.Null(site.Find("assets/map.css"));
        Assert.DoesNotContain(TestSite.Pages(site), page => page.Html.QuerySelector("nav a[href*='map/']") is not null);
    }

    [Fact]
    public void AMapThatIsHandedInHasAPageToWhichEveryPageLeads()
    {
        var site = Build(TestSite.Small(), Map);
        Assert.True(site.Succeeded);
        Assert.NotNull(site.Find("assets/map.css"));
        Assert.All(TestSite.Pages(site), page => Assert.NotNull(page.Html.QuerySelector("nav[aria-label=Main] a[href$='map/index.html']")));
        Assert.Contains("<loc>/map/</loc>", TestSite.Text(site, "sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyThePageOfTheMapLoadsItsStyle() => Assert.Equal(
        [Path], TestSite.Pages(Build(TestSite.Small(), Map)).Where(page => page.Html.QuerySelector("link[href$='assets/map.css']") is not null).Select(page => page.Path));

    [Fact]
    public void EveryWorkIsAMarkAndALineOfItsTopicAndBothLeadToItsPage()
    {
        var page = Page(TestSite.Small(), Map);
        Assert.Equal(["../papers/attention/index.html", "../papers/clip/index.html"], page.QuerySelectorAll(".map-figure a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["1. words, meaning 1", "2. pictures, captions 1"], page.QuerySelectorAll(".map-topic h2").Select(Words));
        Assert.Equal(["Attention is all you need 2017", "Learning Transferable Models 2021"], page.QuerySelectorAll(".map-topic li").Select(Words));
        Assert.Equal(["../papers/attention/index.html", "../papers/clip/index.html"], page.QuerySelectorAll(".map-topic li a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void AMarkStandsWhereTheMapSaysAndIsNamed()
    {
        var marks = Page(TestSite.Small(), Map).QuerySelectorAll(".map-figure a");
        Assert.Equal(["translate(248 624)", "translate(944 16)"], marks.Select(a => a.QuerySelector("g")!.GetAttribute("transform")));
        Assert.Equal("CLIP, pictures, captions", marks[1].GetAttribute("aria-label"));
        Assert.Equal("CLIP, pictures, captions", marks[1].QuerySelector("title")!.TextContent);
    }

    [Fact]
    public void ForTheKeyboardThereIsOneLinkPerWork()
    {
        var page = Page(TestSite.Small(), Map);
        Assert.All(page.QuerySelectorAll(".map-figure a"), a => Assert.Equal("-1", a.GetAttribute("tabindex")));
        Assert.All(page.QuerySelectorAll(".map-topic a"), a => Assert.Null(a.GetAttribute("tabindex")));
    }

    [Fact]
    public void NoTwoOfTwelveTopicsShareColourAndSign()
    {
        var (small, places) = Many(12);
        var groups = Page(small, new([.. places.Select(place => new FieldTopic($"topic {place.PaperId}", [place]))])).QuerySelectorAll(".map-figure svg > g");
        Assert.Equal(12, groups.Select(g => (g.ClassName, g.QuerySelector(".mark")!.OuterHtml)).Distinct().Count());
    }

    [Fact]
    public void WorksThatAreNotThereAndPlacesThatAreNoNumbersAreLeftOut()
    {
        var map = new FieldMap([
            new("gone", [new("nothing", 0.5, 0.5)]),
            new("broken", [new("clip", double.NaN, 0)]),
            new("whole", [new("attention", 7, -7), new("nothing", 0, 0)]),
        ]);
        var page = Page(TestSite.Small(), map);
        Assert.Equal(["1. whole 1"], page.QuerySelectorAll(".map-topic h2").Select(Words));
        Assert.Equal("translate(944 16)", page.QuerySelector(".map-figure a g")!.GetAttribute("transform"));
        Assert.Null(Build(TestSite.Small(), new(map.Topics.Take(2).ToList())).Find(Path));
    }

    [Fact]
    public void HostileTitlesAndNamesOfTopicsAreText()
    {
        const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        var small = TestSite.Small();
        small.Papers["clip"] = small.Papers["clip"] with { Title = Hostile, ShortName = null };
        var page = Page(small, new([new(Hostile, [new("clip", 0, 0)])]));
        Assert.Empty(page.QuerySelectorAll("main script, main img, main [onerror]"));
        Assert.Equal($"{Hostile}, {Hostile}", page.QuerySelector(".map-figure a")!.GetAttribute("aria-label"));
        Assert.Equal(Hostile, page.QuerySelector(".map-topic li a")!.TextContent);
    }

    [Fact]
    public void TheSameMapGivesTheSameBytesWithAndWithoutAGenerationToStartFrom()
    {
        var small = TestSite.Small();
        var builder = small.Builder();
        var before = builder.Build(small.Knowledge());
        builder.Map = Map;
        var after = builder.Build(small.Knowledge(), before);
        var fresh = Build(small, Map with { Topics = [.. Map.Topics] });
        Assert.Equal(fresh.Files.Select(file => (file.Path, Convert.ToHexString(file.Content.Span))), after.Files.Select(file => (file.Path, Convert.ToHexString(file.Content.Span))));
    }

    [Fact]
    public void AMapThatChangedChangesItsPageAloneAndOneThatWentTakesItsPageAlong()
    {
        var small = TestSite.Small();
        var knowledge = small.Knowledge();
        var builder = small.Builder();
        builder.Map = Map;
        var first = builder.Build(knowledge);
        builder.Map = new([.. Map.Topics.Reverse()]);
        var second = builder.Build(knowledge, first);
        Assert.Equal([Path], second.Rendered);
        builder.Map = null;
        Assert.Null(builder.Build(knowledge, second).Find(Path));
    }

    private static SiteGeneration Build(TestSite small, FieldMap? map)
    {
        var builder = small.Builder();
        builder.Map = map;
        return builder.Build(small.Knowledge());
    }

    private static IHtmlDocument Page(TestSite small, FieldMap map) => TestSite.Page(Build(small, map), Path);

    private static (TestSite Site, IReadOnlyList<FieldPlace> Places) Many(int count)
    {
        var small = new TestSite();
        foreach (var i in Enumerable.Range(0, count))
            small.Paper($"p{i}", $"Paper {i}");
        return (small, [.. Enumerable.Range(0, count).Select(i => new FieldPlace($"p{i}", i / (double)count, 0.5))]);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
