using Lectern.Text;

namespace Lectern.Site.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void SettingsAreReadAndTheBaseGetsItsSlash()
    {
        var (settings, findings) = Read("title: My list\nbase: https://example.org/r\n# a comment\nauthor:\n");
        Assert.Empty(findings);
        Assert.Equal(("My list", "https://example.org/r/", null, "en"), (settings.Title, settings.Base, settings.Author, settings.Language));
    }

    [Theory]
    [InlineData("title: x\ntitel: y\n", "site.yml:2:1: warning LEC3010: 'titel' is not a setting")]
    [InlineData("title: x\nbase: ftp://x\n", "site.yml:2:7: error LEC3011: 'ftp://x' is not an address a site can stand at")]
    [InlineData("repository: git@example.org\n", "site.yml:1:13: error LEC3011: 'git@example.org' is not an address a repository can stand at")]
    [InlineData("title: [a, b]\n", "site.yml:1:8: error LEC3011: 'title' must be one line of text")]
    [InlineData("language: en\" onload=x\n", "site.yml:1:11: error LEC3011: 'en\" onload=x' is not a language tag")]
    [InlineData("- a\n- b\n", "site.yml:1:1: error LEC3012: expected lines of the form 'key: value'")]
    public void AWrongSettingIsReportedAtItsPlace(string yaml, string finding) => Assert.Equal(finding, Assert.Single(Read(yaml).Diagnostics).ToString());

    [Fact]
    public void AMisspelledKeyIsMetWithTheKeyThatWasMeant() => Assert.Equal("did you mean 'title'?", Read("titel: y\n").Diagnostics[0].Suggestion);

    [Fact]
    public void WhatIsNotYamlIsOneFindingAndTheDefaults()
    {
        var (settings, findings) = Read("title: x\n  bad: [\n");
        Assert.Equal("LEC3012", Assert.Single(findings).Code.Id);
        Assert.Equal(2, findings[0].At.Line);
        Assert.NotEmpty(settings.Title);
    }

    [Fact]
    public void NoFileMeansTheDefaults()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(new SiteSettings(), SiteSettings.ReadFrom(folder.Path).Settings);
    }

    [Fact]
    public void EveryCodeIsListedOnce() => Assert.Equal(SiteCodes.All.Count, SiteCodes.All.Select(c => c.Id).Distinct().Count());

    private static (SiteSettings Settings, IReadOnlyList<Model.Diagnostic> Diagnostics) Read(string yaml) => SiteSettings.Read(SourceText.From("site.yml", yaml));
}
