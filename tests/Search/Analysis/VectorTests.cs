using Lectern.Search.Analysis;
using Lectern.Search.Tests.Support;

namespace Lectern.Search.Tests.Analysis;

/// <summary>What every engine must make of a text.</summary>
public sealed class VectorTests
{
    public static TheoryData<int> Texts => [.. Enumerable.Range(0, TestData.Vectors.Analysis.Count)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void ATextHasTheTokensOfItsVector(int number)
    {
        var (kind, text, expected) = TestData.Vectors.Analysis[number];
        var tokens = Analyzer.Analyze(Enum.Parse<AnalysisKind>(kind, ignoreCase: true), text);
        Assert.Equal(expected, tokens.Select(t => $"{t.Term}@{t.Position}[{t.Start},{t.Length}]"));
    }

    [Fact]
    public void ValuesOfAFieldStandFarApart()
    {
        var tokens = Analyzer.Analyze(AnalysisKind.Names, ["Ada Lovelace", "Alan Turing"]);
        Assert.Equal([0, 1, 102, 103], tokens.Select(t => t.Position));
    }

    [Fact]
    public void NoTextMakesAnalysisFail()
    {
        var random = new Random(3);
        for (var round = 0; round < 2000; round++)
        {
            var text = new string([.. Enumerable.Range(0, 40).Select(_ => (char)(random.Next(3) == 0 ? random.Next(0xD700, 0xE100) : random.Next(1, 0x250)))]);
            foreach (var kind in Enum.GetValues<AnalysisKind>())
                Assert.All(Analyzer.Analyze(kind, text), t => Assert.InRange(t.Start + t.Length, t.Start, text.Length));
        }
    }
}
