using Lectern.Search.Documents;
using Lectern.Search.Engines;
using Lectern.Search.Queries;
using Lectern.Search.Tests.Support;

namespace Lectern.Search.Tests;

/// <summary>The engine against plain loops: that scores can be computed elsewhere is the claim on which the browser rests.</summary>
public sealed class OracleTests
{
    private const int GeneratedPapers = 20_000;
    private const int FewestHits = 100;

    [Fact]
    public void TheEngineScoresThisRepositoryAsTheFormulasSay() => Compare(Repository.Pages);

    [Fact]
    public void TheEngineScoresTwentyThousandPapersAsTheFormulasSay()
    {
        using var folder = new Folder();
        GeneratedLibrary.Write(folder.Path, GeneratedPapers, seed: 5);
        var pages = Repository.Read(folder.Path);
        Assert.InRange(pages.Count, GeneratedPapers - 50, int.MaxValue);
        Compare(pages);
    }

    [Theory]
    [InlineData(1f, 124)]
    [InlineData(0.5f, 120)]
    [InlineData(0.30151135f, 116)]
    [InlineData(0f, 0)]
    [InlineData(1e-30f, 1)]
    [InlineData(1e30f, 255)]
    public void ANormIsLucenesByte(float norm, byte expected) => Assert.Equal(expected, Norm.Encode(norm));

    private static void Compare(IReadOnlyList<SearchPage> pages)
    {
        using var test = new TestIndex(pages);
        var oracle = new Oracle(pages);
        Assert.Equal(oracle.DocumentCount, test.Index.Reader.DocumentCount);
        var hits = 0;
        foreach (var query in TestData.Conformance)
        {
            var parsed = QueryParser.Parse(query);
            hits += Compare(parsed, any: false, test, oracle);
            if (Planner.Plan(parsed, oracle).HasChoice)
                hits += Compare(parsed, any: true, test, oracle);
        }

        Assert.InRange(hits, FewestHits, int.MaxValue);
    }

    private static int Compare(ParsedQuery query, bool any, TestIndex test, Oracle oracle)
    {
        var (ours, theirs) = (Planner.Plan(query, oracle, any).Root, Planner.Plan(query, test.Index.Reader, any).Root);
        Assert.Equal(ours is null, theirs is null);
        if (ours is null)
            return 0;
        var limit = TimeSpan.FromMinutes(1);
        var (expected, found) = (Scores(oracle.Search(ours, limit)), Scores(test.Index.Reader.Search(theirs!, limit)));
        Assert.True(expected.Count == found.Count, $"{query.Text}: {found.Count} hits instead of {expected.Count}");
        foreach (var (number, score) in expected)
        {
            Assert.True(found.TryGetValue(number, out var other), $"{query.Text}: document {number} is missing");
            Assert.True(Math.Abs(score - other) <= SearchEngines.Default.Precision * Math.Max(1, score), $"{query.Text}: document {number} scores {other} instead of {score}");
        }

        return expected.Count;
    }

    private static Dictionary<int, double> Scores(EngineHits hits) =>
        hits.Numbers.Zip(hits.Scores).ToDictionary(h => h.First, h => h.Second);
}
