using Lectern.Search.Documents;
using Lectern.Search.Results;
using Lectern.Search.Tests.Support;

namespace Lectern.Search.Tests.Results;

public sealed class SearcherTests : IClassFixture<SearcherTests.Shared>
{
    private readonly Searcher _searcher;

    public SearcherTests(Shared shared) => _searcher = new(shared.Test.Index);

    [Fact]
    public void TheMeanReciprocalRankOfTheJudgedQueriesIsAtLeastNineTenths()
    {
        var ranks = TestData.Relevance.Select(j => (j.Query, Reciprocal: Relevance.ReciprocalRank(_searcher, j.Query, j.Relevant))).ToList();
        var misses = string.Join('\n', ranks.Where(r => r.Reciprocal < 1).Select(r => $"{r.Reciprocal:0.00} {r.Query}"));
        Assert.True(ranks.Average(r => r.Reciprocal) >= 0.9, $"{ranks.Average(r => r.Reciprocal):0.000}\n{misses}");
    }

    [Fact]
    public void ThereAreEnoughQueries()
    {
        Assert.InRange(TestData.Relevance.Count, 60, int.MaxValue);
        Assert.InRange(TestData.Conformance.Count, 120, int.MaxValue);
        Assert.Empty(TestData.Relevance.SelectMany(j => j.Relevant).Except(Repository.Pages.Select(p => p.Facts.Id)));
    }

    [Fact]
    public void TheExactFormRanksHigherThanItsStem()
    {
        using var test = new TestIndex([Page("a", "A layer here"), Page("b", "The layers here")]);
        Assert.Equal(["b", "a"], new Searcher(test.Index).Search(new("layers")).Hits.Select(h => h.Id));
        Assert.Equal(["a", "b"], new Searcher(test.Index).Search(new("layer")).Hits.Select(h => h.Id));
    }

    [Fact]
    public void WhereNoSectionHasAllWordsAnyWillDoAndItIsSaid()
    {
        var result = _searcher.Search(new("attention zzzz"));
        Assert.True(result.AnyWord);
        Assert.NotEqual(0, result.Total);
        Assert.Contains(result.Problems, p => p.Code == SearchCodes.AnyWord);
    }

    [Theory]
    [InlineData("normalizaton", "normalization")]
    [InlineData("atention model", "attention model")]
    [InlineData("attention", null)]
    public void AMisspeltWordIsCorrectedFromTheDictionary(string query, string? meant) =>
        Assert.Equal(meant, _searcher.Search(new(query)).Suggestion);

    [Fact]
    public void NothingOfATextOrQueryIsMarkupInASnippet()
    {
        using var test = new TestIndex([Page("a", "A <script>alert(1)</script> & \"quotes\" $a < b$ here")]);
        var html = new Searcher(test.Index).Search(new("script alert <b>")).Hits[0].Snippet.ToHtml();
        Assert.DoesNotContain("<script", html);
        Assert.Contains("<mark>script</mark>", html);
        Assert.DoesNotMatch("<(?!/?mark>)", html);
    }

    [Fact]
    public void AFormulaIsShownWhole()
    {
        var text = string.Concat(Enumerable.Repeat("filling words here ", 12)) + @"then $\mathrm{softmax}(QK^\top / \sqrt{d_k}) V$ at last";
        using var test = new TestIndex([Page("a", text)]);
        var snippet = new Searcher(test.Index).Search(new("softmax")).Hits[0].Snippet;
        Assert.Contains(@"$\mathrm{softmax}(QK^\top / \sqrt{d_k}) V$", snippet.Text);
        Assert.Contains(@"<mark>$\mathrm{softmax}", snippet.ToHtml());
    }

    [Fact]
    public void FacetsCountThePagesThatMatch()
    {
        var result = _searcher.Search(new("year:2017", Limit: 100, Facets: true));
        var years = result.Facets.Single(f => f.Name == "year").Values;
        Assert.Equal([new FacetValue("2017", result.Total)], years);
        Assert.Equal(result.Total, result.Facets.Single(f => f.Name == "verified").Values.Sum(v => v.Count));
    }

    [Fact]
    public void AnExplanationHasThePartsOfTheScore()
    {
        var hit = _searcher.Search(new("alibi", Explain: true)).Hits[0];
        Assert.Contains("weight(short:alibi", hit.Explanation);
        Assert.Contains("idf(docFreq=", hit.Explanation);
        Assert.Contains("fieldNorm(", hit.Explanation);
    }

    [Fact]
    public void AWideBeginningIsBoundedAndItIsSaid()
    {
        var pages = new[] { Page("a", string.Join(' ', Enumerable.Range(0, 200).Select(i => $"word{(char)('a' + i % 26)}{(char)('a' + i / 26)}"))) };
        using var test = new TestIndex(pages);
        var result = new Searcher(test.Index).Search(new("word*"));
        Assert.Equal(1, result.Total);
        Assert.Contains(result.Problems, p => p.Code == SearchCodes.ManyTerms);
    }

    [Fact]
    public void RelatedPagesShareRareWords()
    {
        using var test = new TestIndex([Page("a", "zebra quagga savanna"), Page("b", "zebra quagga stripes"), Page("c", "ocean whale stripes")]);
        var related = RelatedPages.Of(test.Index);
        Assert.Equal(["b"], related["papers/a/index.html"].Select(p => p.Id));
        Assert.Equal(["a", "c"], related["papers/b/index.html"].Select(p => p.Id));
    }

    private static SearchPage Page(string id, string note) => new(
        new(PageKind.Paper, id, $"papers/{id}/index.html", id.ToUpperInvariant(), null, [], [], null, [], [], false), [new("", "", note, "", [])]);

    public sealed class Shared : IDisposable
    {
        internal TestIndex Test { get; } = new(Repository.Pages);

        public void Dispose() => Test.Dispose();
    }
}
