using Lectern.Catalog;
using Lectern.Code;
using Lectern.Code.Claims;
using Lectern.Code.Source;
using Lectern.Evidence;
using Lectern.Search.Documents;
using Lectern.Search.Results;
using Lectern.Search.Tests.Support;
using Lectern.Text;

namespace Lectern.Search.Tests.Documents;

public sealed class ImplementationTests
{
    private const string Source = """
        // A toy that doubles.
        public static class Toy
        {
            #region eq-double
            // y = 2x, by a shift
            public static long ShiftLeft(long x) => x << 1;
            #endregion

            public static long RestOfFile(long x) => x;
        }

        """;

    [Theory]
    [InlineData("code:ShiftLeft", "papers/toy/index.html#code-toy-eq-double", "Toy.cs: eq-double")]
    [InlineData("code:shift", "papers/toy/index.html#code-toy-eq-double", "Toy.cs: eq-double")]
    [InlineData("RestOfFile", "papers/toy/index.html#code-toy", "Toy.cs")]
    [InlineData("code:\"a toy that doubles\"", "papers/toy/index.html#code-toy", "Toy.cs")]
    [InlineData("multiplication by two", "papers/toy/index.html#c1", "Claim C1")]
    [InlineData("\"equation 7\"", "papers/toy/index.html#c1", "Claim C1")]
    public void CodeCommentsAndClaimsAreFoundWhereTheyStand(string query, string url, string section)
    {
        using var test = new TestIndex(Pages(ClaimStatus.Passed));
        var hit = Assert.Single(new Searcher(test.Index).Search(new(query)).Hits);
        Assert.Equal((url, section), (hit.Url, hit.Section));
    }

    [Theory]
    [InlineData(ClaimStatus.Passed, "yes")]
    [InlineData(ClaimStatus.Failed, "no")]
    [InlineData(ClaimStatus.Stale, "no")]
    public void APaperIsVerifiedWhereEveryClaimPassedOnADevice(ClaimStatus second, string verified)
    {
        using var test = new TestIndex(Pages(second));
        var result = new Searcher(test.Index).Search(new($"verified:{verified}", Facets: true));
        Assert.Equal(["toy"], result.Hits.Select(h => h.Id));
        Assert.Equal([new FacetValue(verified, 1)], result.Facets.Single(f => f.Name == "verified").Values);
    }

    [Fact]
    public void CodeIsShownAsItStandsWhateverQuotesItHolds()
    {
        var code = "var a = $\"{x}\";" + new string(' ', 400) + "needle; var b = $\"{y}\";";
        using var test = new TestIndex([new(new(PageKind.Paper, "a", "a.html", "A", null, [], [], null, [], [], false), [new("", "", "", code, [])])]);
        Assert.Contains("<mark>needle</mark>", new Searcher(test.Index).Search(new("code:needle")).Hits[0].Snippet.ToHtml());
    }

    /// <summary>Both claims passed on one device, the second became something else on the other.</summary>
    private static IReadOnlyList<SearchPage> Pages(ClaimStatus second)
    {
        Claim[] claims = [Claim("C1", "Multiplication by two is exact.", "equation 7", ClaimStatus.Passed), Claim("C2", "It is fast.", "", second)];
        var code = new Implementation("toy", "Toy", "hash", [CodeReader.Read("src/Implementations/Toy/Toy.cs", Source)], claims, [], []) { Stamp = "" };
        var list = NotationParser.Parse(SourceText.From("papers/toys.md", "- [(TOY) On Doubling](https://arxiv.org/abs/1901.00002)\n"u8.ToArray()), Lexicon.Default.MatchLength);
        return PageReader.Read(KnowledgeBase.From([list]), new(p => $"papers/{p.Id}/index.html", _ => null), [code]);
    }

    private static Claim Claim(string id, string text, string paper, ClaimStatus status) =>
        new(id, text, paper, $"{id}_Test", [new("cuda", new(id, text, paper, 1, null, "", "", status, 1, null), status, new("hash", default, 1, "quick", "", ""))]);
}
