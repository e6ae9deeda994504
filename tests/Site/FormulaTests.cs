using Lectern.Site.Formulas;

namespace Lectern.Site.Tests;

public sealed class FormulaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ARejectedFormulaIsShownAsItsTexAndReportedAtItsLine()
    {
        var small = TestSite.Small();
        small.Note("attention", "notes/attention.md", "Text.\n\nHere $\\bad<x>$ stands.\n");
        var site = small.Build();
        Assert.True(site.Succeeded);
        Assert.Equal("\\bad<x>", TestSite.Page(site, "papers/attention/index.html").QuerySelector("code.math-error")!.TextContent);
        var finding = Assert.Single(site.Diagnostics, d => d.Code == SiteCodes.Formula);
        Assert.StartsWith("notes/attention.md:3:6: warning LEC3003: formula not set: no such command", finding.ToString());
    }

    [Fact]
    public void WithoutASetterFormulasAreTexAndOneFindingSaysSo()
    {
        var small = TestSite.Small();
        var site = new SiteBuilder(small.Settings, TestSite.Assets, new FakeSetter { Version = null }, _ => "").Build(small.Knowledge());
        Assert.Equal("\\alpha", TestSite.Page(site, "papers/attention/index.html").QuerySelector("code.math-source")!.TextContent);
        Assert.Single(site.Diagnostics, d => d.Code == SiteCodes.NoFormulaSetter);
        Assert.DoesNotContain(site.Files, f => f.Path.Contains("katex"));
    }

    [Fact]
    public void AFormulaIsSetOnceHoweverOftenItOccurs()
    {
        var setter = new FakeSetter();
        var small = new TestSite { Setter = setter };
        small.List("a.md", "$x$ and $x$ and $y$\n");
        small.List("b.md", "$x$\n");
        var builder = small.Builder();
        builder.Build(small.Knowledge(), builder.Build(small.Knowledge()));
        Assert.Equal(["x", "y"], setter.Asked.Order());
    }

    [Fact]
    public void AnEarlierBuildsFormulasAreReadBackAndADamagedLineIsForgotten()
    {
        var cache = new FormulaCache(_folder.Path, "1");
        cache.Add("a", true, new("<b>a</b>", null));
        cache.Add("b", false, new(null, "wrong"));
        cache.Save();
        File.AppendAllText(Directory.GetFiles(_folder.Path).Single(), "\n{\"Key\":\"cut o");
        var again = new FormulaCache(_folder.Path, "1");
        again.Add("c", false, new("c", null));
        again.Save();
        var third = new FormulaCache(_folder.Path, "1");
        Assert.Equal("<b>a</b>", third.Find("a", display: true)?.Html);
        Assert.Equal("wrong", third.Find("b", display: false)?.Error);
        Assert.Equal("c", third.Find("c", display: false)?.Html);
        Assert.Null(third.Find("a", display: false));
        Assert.Null(new FormulaCache(_folder.Path, "2").Find("a", display: true));
    }

    [Fact]
    public void KatexSetsFormulasWithMathMlForScreenReaders()
    {
        using var katex = new KatexSetter(TestSite.Assets.Folder!, _folder.Path);
        Assert.True(katex.Version is not null, "KaTeX is not installed: npm ci --prefix src/Site/assets, or ./lectern test");
        var set = katex.Set([("O(N^{4/3}", false), ("/Lambda", false), ("\\frac{", true), (new string('x', 20_000), true), ("\\href{javascript:alert(1)}{x}", false)]);
        Assert.Contains("<math", set[0].Html);
        Assert.Contains("<math", set[1].Html);
        Assert.Contains("end of input", set[2].Error);
        Assert.Contains("longer than", set[3].Error);
        Assert.DoesNotContain("href=\"javascript", set[4].Html ?? "");
    }

    [Fact]
    public void AFolderWithoutKatexHasNoVersion()
    {
        using var katex = new KatexSetter(_folder.Path, null);
        Assert.Null(katex.Version);
        Assert.Null(Assert.Single(katex.Set([("x", false)])).Html);
    }

    public void Dispose() => _folder.Dispose();
}
