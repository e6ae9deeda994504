namespace Lectern.Site.Tests;

public sealed class RebuildTests
{
    [Fact]
    public void TwoBuildsOfTheSameInputGiveTheSameBytes() =>
        AssertSame(TestSite.Small().Build(), TestSite.Small().Build());

    [Fact]
    public void ATouchedNoteMakesOnlyThePageOfItsPaperAnew()
    {
        var small = TestSite.Small();
        var builder = small.Builder();
        var first = builder.Build(small.Knowledge());
        small.Note("attention", "notes/attention.md", "# Attention is all you need\n\nOther words.\n");
        var second = builder.Build(small.Knowledge(), first);
        Assert.Equal(["papers/attention/index.html"], second.Rendered);
        Assert.Contains("Other words", TestSite.Text(second, "papers/attention/index.html"));
        AssertSame(small.Build(), second);
    }

    [Fact]
    public void AFirstNoteChangesThePagesThatListItsPaper()
    {
        var small = TestSite.Small();
        var builder = small.Builder();
        var first = builder.Build(small.Knowledge());
        small.Note("clip", "notes/clip.md", "New.\n");
        var second = builder.Build(small.Knowledge(), first);
        Assert.Contains("tags/vision/index.html", second.Rendered);
        Assert.Contains("papers/index.html", second.Rendered);
        Assert.DoesNotContain("papers/attention/index.html", second.Rendered);
        AssertSame(small.Build(), second);
    }

    [Fact]
    public void AChangedListMakesThePagesAnewThatQuoteIt()
    {
        var small = TestSite.Small();
        var builder = small.Builder();
        var first = builder.Build(small.Knowledge());
        var list = small.List("papers/lists.md", "A line before.\n\n" + small.Lists[0].Source.Text);
        small.Paper("clip", "Learning Transferable Models", list, 0, 1);
        small.Paper("attention", "Attention is all you need", list, 2);
        var second = builder.Build(small.Knowledge(), first);
        Assert.Contains("papers/lists.md:5", TestSite.Page(second, "papers/clip/index.html").Body!.TextContent);
        Assert.DoesNotContain("notes/softmax/index.html", second.Rendered);
        AssertSame(small.Build(), second);
    }

    [Fact]
    public void ARemovedPaperTakesItsPagesAndLinksAlong()
    {
        var small = TestSite.Small();
        var builder = small.Builder();
        var first = builder.Build(small.Knowledge());
        small.Papers.Remove("clip");
        var second = builder.Build(small.Knowledge(), first);
        Assert.Null(second.Find("papers/clip/index.html"));
        Assert.True(second.Succeeded, string.Join('\n', second.Diagnostics));
        AssertSame(small.Build(), second);
    }

    [Fact]
    public void NothingChangedMeansNothingRendered()
    {
        var small = TestSite.Small();
        var builder = small.Builder();
        Assert.Empty(builder.Build(small.Knowledge(), builder.Build(small.Knowledge())).Rendered);
    }

    [Fact]
    public void NewSettingsMakeEveryPageAnew()
    {
        var small = TestSite.Small();
        var builder = small.Builder();
        var first = builder.Build(small.Knowledge());
        builder.Settings = builder.Settings with { Title = "Another" };
        Assert.Equal(first.PageCount, builder.Build(small.Knowledge(), first).Rendered.Count);
    }

    private static void AssertSame(SiteGeneration a, SiteGeneration b)
    {
        Assert.Equal(a.Files.Select(f => f.Path), b.Files.Select(f => f.Path));
        Assert.Equal(a.Files.Select(f => (f.Path, f.Hash)), b.Files.Select(f => (f.Path, f.Hash)));
    }
}
