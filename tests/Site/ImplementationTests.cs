using AngleSharp.Dom;
using Lectern.Evidence;

namespace Lectern.Site.Tests;

public sealed class ImplementationTests : IDisposable
{
    private const string Page = "papers/toy/index.html";

    private readonly Toy _toy = new();

    public void Dispose() => _toy.Dispose();

    [Fact]
    public void EachFormulaStandsBesideTheCodeThatComputesIt()
    {
        var rows = TestSite.Page(_toy.Build(), Page).QuerySelectorAll(".beside").Where(row => row.QuerySelector(".code") is not null)
            .Select(row => (row.QuerySelector(".equation")!.Id, row.QuerySelector(".code")!.GetAttribute("data-formula"), row.QuerySelector(".code figcaption a")!.TextContent));
        Assert.Equal([("eq-double", "eq-double", "(1) double"), ("eq-half", "eq-half", "(2) half"), ("eq-other", "eq-other", "(4) other")], rows);
    }

    [Fact]
    public void TheWholeNoteIsThereOnceAndInItsOrder()
    {
        var html = TestSite.Page(_toy.Build(), Page);
        Assert.Equal(["The problem", "The idea", "Rest"], html.QuerySelectorAll(".reading h2").Select(h => h.TextContent));
        Assert.Empty(html.QuerySelectorAll(".columns .equation"));
    }

    [Fact]
    public void TheCodeShownIsTheTextOfTheFile()
    {
        var html = TestSite.Page(_toy.Build(), Page);
        Assert.Equal(Toy.Source.TrimEnd(), html.QuerySelector(".source pre")!.TextContent);
        Assert.Equal("// y = 2x & more\npublic static double Double(double x) => 2 * x; // (B, T)", html.QuerySelector("[data-formula=eq-double] pre")!.TextContent);
        Assert.Equal(["// y = 2x & more"], html.QuerySelectorAll("[data-formula=eq-double] .c").Select(c => c.TextContent));
    }

    [Fact]
    public void ADepartureLeadsToItsLine()
    {
        var html = TestSite.Page(_toy.Build(), Page);
        var item = Assert.Single(html.QuerySelectorAll(".departures li"));
        Assert.Equal("half: the paper <halves> nothing.", item.TextContent.Trim());
        Assert.Equal("// DEPARTS: the paper <halves> nothing.", html.QuerySelector(item.QuerySelector("a")!.GetAttribute("href")!)!.TextContent);
    }

    [Fact]
    public void WithoutARecordEveryClaimIsNotRun()
    {
        var html = TestSite.Page(_toy.Build(), Page);
        Assert.Equal(["○ not run", "○ not run"], States(html));
        Assert.Contains("On the CPU not run; on the GPU not run.", html.QuerySelector(".claims .lead")!.TextContent);
        Assert.NotNull(html.GetElementById("c2"));
    }

    [Fact]
    public void AClaimShowsThePapersValueOursTheBoundThePlaceAndTheState()
    {
        _toy.Record("cpu", null, Toy.Claim("C1"), Toy.Claim("C2", ClaimStatus.Failed, "Measured 2, not ≤ 1."));
        _toy.Record("cuda", "other", Toy.Claim("C1"));
        var html = TestSite.Page(_toy.Build(), Page);
        Assert.Equal(["C1 Doubling doubles.", "2 (eq. 1)", "0.98 ± 0.012 s", "≤ 1", "CPU, 2 Jan 2026", "● passed"], Cells(html.QuerySelector("#c1 tr")!));
        Assert.Equal(["● passed", "◐ stale", "✕ failed"], States(html));
        Assert.Equal("Measured 2, not ≤ 1.", html.QuerySelector("#c2 .why")!.TextContent);
        Assert.Contains("libtorch 1", html.QuerySelector(".claims .run")!.TextContent);
    }

    [Fact]
    public void AFigureIsDrawnWithItsTextAndItsNumbers()
    {
        _toy.Record("cpu", null, Toy.Claim("C1"));
        var figure = TestSite.Page(_toy.Build(), Page).QuerySelector("#figure-curve")!;
        Assert.Equal("A <curve>", figure.QuerySelector("svg[role=img] title")!.TextContent);
        Assert.Equal("loss over tokens. ours: from 2.5 at 64 to NaN at 256. theirs: from 3 at 64 to 4 at 128.", figure.QuerySelector("svg desc")!.TextContent);
        Assert.Equal(["64 2.5 ± 0.1 3", "128 2.25 4", "256 NaN –"], figure.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', Cells(row))));
        Assert.DoesNotContain("NaN", figure.QuerySelector("svg[role=img] g")!.OuterHtml);
    }

    [Fact]
    public void TheCommandThatRunsTheseTestsCanBeCopied()
    {
        var html = TestSite.Page(_toy.Build(), Page);
        Assert.Equal("dotnet test tests/Implementations --filter \"FullyQualifiedName~ToyTests\"", html.GetElementById(html.QuerySelector(".sources [data-copy]")!.GetAttribute("data-copy")!)!.TextContent);
    }

    [Fact]
    public void TheFileIsLinkedWhereTheRepositoryIsKnown()
    {
        Assert.Null(TestSite.Page(_toy.Build(), Page).QuerySelector(".file-link"));
        using var toy = new Toy(SiteSettings.Read(Text.SourceText.From("site.yml", "repository: https://example.org/r\n")).Settings);
        Assert.Equal(
            "https://example.org/r/blob/HEAD/src/Implementations/Toy/Toy.cs",
            TestSite.Page(toy.Build(), Page).QuerySelector(".file-link a")!.GetAttribute("href"));
    }

    [Fact]
    public void ListsAndTheHomePageSayWhatIsVerified()
    {
        _toy.Record("cpu", null, Toy.Claim("C1"), Toy.Claim("C2"));
        var site = _toy.Build();
        Assert.Equal(["● CPU", "–none"], TestSite.Page(site, "papers/index.html").QuerySelectorAll("#works tbody tr").Select(row => row.Children[^1].TextContent));
        Assert.Equal(["● verified on CPU 1", "○ verified on GPU 0"], TestSite.Page(site, "index.html").QuerySelectorAll(".coverage div").Select(d => $"{d.Children[0].TextContent} {d.Children[1].TextContent}").Where(t => t.Contains("verified")));
    }

    [Fact]
    public void TheHomePageShowsEachImplementationWithItsClaimsAndAFigure()
    {
        _toy.Record("cpu", null, Toy.Claim("C1"), Toy.Claim("C2") with { Status = ClaimStatus.Failed });
        var row = Assert.Single(TestSite.Page(_toy.Build(), "index.html").QuerySelectorAll(".implemented tbody tr"));
        Assert.Equal(["TOY", "1 of 2", "✕ failed", "○ not run"], row.Children.Take(4).Select(cell => cell.TextContent.Trim()));
        Assert.Equal(Toy.Figure.Series.Count, row.QuerySelectorAll("polyline").Length);
        Assert.EndsWith("toy/index.html#claims", row.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void APaperWithoutCodeKeepsItsPage()
    {
        var before = TestSite.Text(_toy.Site.Build(), "papers/other/index.html");
        Assert.Equal(before, TestSite.Text(_toy.Build(), "papers/other/index.html"));
    }

    [Fact]
    public void WhatDoesNotFindEachOtherIsReported()
    {
        _toy.Write("src/Implementations/Toy/Toy.cs", Toy.Source.Replace("eq-half", "eq-third"));
        _toy.Write("src/Implementations/Tay/Tay.cs", "class Tay { int x = ; }");
        _toy.Write("evidence/toy/cpu.json", "{");
        var findings = _toy.Build().Diagnostics.Where(d => d.Code.Id.StartsWith("LEC302", StringComparison.Ordinal)).Select(d => $"{d.Code.Id} {d.Path}:{d.At.Line}");
        Assert.Equal(
        [
            "LEC3020 src/Implementations/Toy/Toy.cs:9", "LEC3021 notes/toy.md:15", "LEC3021 notes/toy.md:19", "LEC3022 src/Implementations/Tay:1",
            "LEC3023 evidence/toy/cpu.json:1", "LEC3024 src/Implementations/Tay/Tay.cs:1",
        ], findings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ANewRecordMakesOnlyThePagesAnewThatShowIt()
    {
        var builder = _toy.Site.Builder();
        builder.Implementations = _toy.Reader.Read();
        var first = builder.Build(_toy.Site.Knowledge());
        Assert.Same(builder.Implementations[0], _toy.Reader.Read()[0]);
        _toy.Record("cpu", null, Toy.Claim("C1"), Toy.Claim("C2"));
        builder.Implementations = _toy.Reader.Read();
        var second = builder.Build(_toy.Site.Knowledge(), first);
        Assert.Contains(Page, second.Rendered);
        Assert.Contains("papers/index.html", second.Rendered);
        Assert.DoesNotContain("papers/other/index.html", second.Rendered);
        Assert.Equal(["● passed", "● passed"], States(TestSite.Page(second, Page)));
    }

    [Fact]
    public void ANoteThatCodeBorrowsAFormulaFromMakesItsPageAnew()
    {
        var builder = _toy.Site.Builder();
        builder.Implementations = _toy.Reader.Read();
        var first = builder.Build(_toy.Site.Knowledge());
        _toy.Site.Note("other", "notes/other.md", "# Others\n\n$$ y = x + 0 $$ {#eq-other}\n");
        Assert.Contains(Page, builder.Build(_toy.Site.Knowledge(), first).Rendered);
    }

    private static IEnumerable<string> States(IParentNode html) => html.QuerySelectorAll(".claims .claim-state").Select(s => s.TextContent);

    private static IEnumerable<string> Cells(IElement row) => row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
