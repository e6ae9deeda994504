using System.Text.Json;
using Xunit;

namespace Lectern.Cli.Tests;

public sealed class SearchCommandTests
{
    [Fact]
    public async Task AHitLeadsToThePageAndSection()
    {
        using var folder = Fixtures.KnowledgeBase();
        var outcome = await Search(folder, "counting", "seals", "--json");
        Assert.Equal(0, outcome.Code);
        using var json = JsonDocument.Parse(outcome.Out);
        var hit = json.RootElement.GetProperty("hits")[0];
        Assert.Equal("ring", hit.GetProperty("id").GetString());
        Assert.Equal("papers/ring/index.html", hit.GetProperty("url").GetString());
        Assert.Equal("counting AND seals", json.RootElement.GetProperty("parsed").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("facets").ValueKind);
        Assert.Empty(json.RootElement.GetProperty("errors").EnumerateArray());
    }

    [Fact]
    public async Task APersonReadsTitlesAddressesAndHowManyThereAre()
    {
        using var folder = Fixtures.KnowledgeBase();
        var outcome = await Search(folder, "tusks");
        Assert.StartsWith("1. On Tusks", outcome.Out);
        Assert.Contains("papers/tusk/index.html", outcome.Out);
        Assert.Contains("1 page in ", outcome.Error);
    }

    [Fact]
    public async Task AnErrorPointsAtTheCharacterAndProposesTheFix()
    {
        using var folder = Fixtures.KnowledgeBase();
        var outcome = await Search(folder, "seals titel:ring");
        Assert.Equal(2, outcome.Code);
        Assert.Contains("error LEC4001: there is no field titel", outcome.Error);
        Assert.Contains("    seals titel:ring\n          ^^^^^\n", outcome.Error);
        Assert.Contains("try: lectern search 'seals title:ring'", outcome.Error);
        Assert.StartsWith("1. ", outcome.Out);
    }

    [Fact]
    public async Task ExplainPrintsThePartsOfAScore()
    {
        using var folder = Fixtures.KnowledgeBase();
        var outcome = await Search(folder, "tusks", "--explain");
        Assert.Contains("idf(docFreq=", outcome.Out);
    }

    [Fact]
    public async Task FacetsAreCounted()
    {
        using var folder = Fixtures.KnowledgeBase();
        var outcome = await Search(folder, "author:lee", "--facets");
        Assert.Contains("author: Ann Lee 2", outcome.Out);
    }

    [Fact]
    public async Task AChangedSourceIsFoundAtOnce()
    {
        using var folder = Fixtures.KnowledgeBase();
        Assert.StartsWith("0 pages", (await Search(folder, "zooplankton")).Error);
        folder.Write("papers/krill.md", "- [(KRILL) On Zooplankton]{ref=https://arxiv.org/abs/1902.00002}\n");
        Assert.StartsWith("1. On Zooplankton", (await Search(folder, "zooplankton")).Out);
    }

    [Fact]
    public async Task WhatIsVerifiedFollowsTheEvidenceAndTheSources()
    {
        using var folder = Toy.KnowledgeBase();
        Assert.StartsWith("0 pages", (await Search(folder, "verified:yes")).Error);
        var record = Toy.Record(Toy.Claim("C1"), Toy.Claim("C2")) with { Hash = folder.Read().Hash };
        record.Write(folder["evidence/toy/cpu.json"]);
        Assert.StartsWith("1. On Doubling", (await Search(folder, "verified:yes")).Out);
        (record with { Claims = [Toy.Claim("C1"), Toy.Claim("C2", status: Evidence.ClaimStatus.Failed)] }).Write(folder["evidence/toy/cpu.json"]);
        Assert.StartsWith("0 pages", (await Search(folder, "verified:yes")).Error);
        record.Write(folder["evidence/toy/cpu.json"]);
        Assert.Contains("\"value\": \"yes\"", (await Search(folder, "verified:yes", "--facets", "--json")).Out);
        folder.Write("src/Implementations/Toy/Toy.cs", Toy.Source.Replace("2 * x", "x + x", StringComparison.Ordinal));
        Assert.StartsWith("0 pages", (await Search(folder, "verified:yes")).Error);
    }

    [Fact]
    public async Task AnIndexSaysWhatItDid()
    {
        using var folder = Fixtures.KnowledgeBase();
        var first = await Outcome.Of(folder.Path, "index", "--json", "--index", "own");
        using var json = JsonDocument.Parse(first.Out);
        Assert.True(json.RootElement.GetProperty("fresh").GetBoolean());
        var second = await Outcome.Of(folder.Path, "index", "--index", "own");
        Assert.Contains("0 added, 0 changed, 0 removed", second.Out);
    }

    [Fact]
    public async Task ADamagedIndexIsReportedAndMadeAnew()
    {
        using var folder = Fixtures.KnowledgeBase();
        await Search(folder, "tusks");
        File.WriteAllBytes(Directory.EnumerateFiles(folder["own"], "texts", SearchOption.AllDirectories).Single(), []);
        var outcome = await Search(folder, "tusks");
        Assert.Contains("the search index was made anew: texts is damaged", outcome.Error);
        Assert.StartsWith("1. On Tusks", outcome.Out);
    }

    [Fact]
    public async Task WhereTheIndexCannotBeWrittenTheOldOneAnswers()
    {
        using var folder = Fixtures.KnowledgeBase();
        await Search(folder, "tusks");
        folder.Write("papers/krill.md", "- [(KRILL) On Zooplankton]{ref=https://arxiv.org/abs/1902.00002}\n");
        using (new FileStream(folder["own/lock"], FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var outcome = await Search(folder, "tusks");
            Assert.Contains("the search index is not up to date: another program is writing the index", outcome.Error);
            Assert.StartsWith("1. On Tusks", outcome.Out);
            var refused = await Outcome.Of(folder.Path, "index", "--index", "own");
            Assert.Equal(1, refused.Code);
            Assert.Contains("another program is writing the index", refused.Error);
        }
    }

    [Fact]
    public async Task EverySectionOfThisRepositoryIsAPlaceOnItsSite()
    {
        using var folder = new TemporaryFolder();
        var built = await Outcome.Of(SearchConformanceTests.Root, "build", "--out", folder["site"]);
        Assert.Equal(0, built.Code);
        var places = new HashSet<string>();
        foreach (var query in (string[])["the OR a OR of OR in", "heading:claim", "heading:cs", "heading:eq", "verified:yes"])
        {
            var outcome = await Outcome.Of(SearchConformanceTests.Root, "search", "--json", "--limit", "1000", "--index", folder["own"], query);
            using var json = JsonDocument.Parse(outcome.Out);
            places.UnionWith(json.RootElement.GetProperty("hits").EnumerateArray()
                .SelectMany(h => h.GetProperty("sections").EnumerateArray().Append(h)).Select(h => h.GetProperty("url").GetString()!));
        }

        Assert.InRange(places.Count(p => p.Contains("#c1", StringComparison.Ordinal)), 5, int.MaxValue);
        Assert.InRange(places.Count(p => p.Contains("#code-", StringComparison.Ordinal)), 10, int.MaxValue);
        foreach (var place in places)
        {
            var parts = place.Split('#');
            var html = await File.ReadAllTextAsync(folder[$"site/{parts[0]}"]);
            Assert.True(parts.Length == 1 || html.Contains($"id=\"{parts[1]}\"", StringComparison.Ordinal), place);
        }
    }

    private static Task<Outcome> Search(TemporaryFolder folder, params string[] args) =>
        Outcome.Of(folder.Path, ["search", "--index", "own", .. args]);
}
