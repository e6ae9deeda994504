using Lectern.Search.Queries;
using Lectern.Search.Tests.Support;

namespace Lectern.Search.Tests.Queries;

public sealed class QueryParserTests
{
    public static TheoryData<string> Texts => [.. TestData.Vectors.Queries.Select(v => v.Query)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void AQueryIsReadAsItsVectorSays(string query)
    {
        var expected = TestData.Vectors.Queries.First(v => v.Query == query);
        var parsed = QueryParser.Parse(query);
        Assert.Equal(expected.Parsed, parsed.Canonical);
        Assert.Equal(expected.Problems, parsed.Problems.Select(p => $"{p.Code.Id}[{p.Start},{p.Length}] {p.Suggestion}".TrimEnd()));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void WhatIsProposedHasLessToMend(string query)
    {
        var problems = QueryParser.Parse(query).Problems;
        foreach (var problem in problems.Where(p => p.IsError && p.Suggestion is not null))
            Assert.True(QueryParser.Parse(problem.Suggestion!).Problems.Count(p => p.IsError) < problems.Count(p => p.IsError), problem.Suggestion);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void WhatWasUnderstoodIsReadAgainAsTheSame(string query)
    {
        var parsed = QueryParser.Parse(query);
        if (parsed.Problems.Any(p => p.IsError))
            return;
        Assert.Equal(parsed.Canonical, QueryParser.Parse(parsed.Canonical).Canonical);
    }

    [Fact]
    public void EveryConformanceQueryHasAVector() =>
        Assert.Empty(TestData.Conformance.Except(TestData.Vectors.Queries.Select(v => v.Query)));

    [Fact]
    public void AQueryHasBounds()
    {
        Assert.Contains(QueryParser.Parse(new string('(', 40) + "a").Problems, p => p.Code == SearchCodes.TooLong);
        Assert.Contains(QueryParser.Parse(string.Join(' ', Enumerable.Range(0, 40).Select(i => $"w{i}"))).Problems, p => p.Code == SearchCodes.TooLong);
        Assert.Contains(QueryParser.Parse(new string('a', 2000)).Problems, p => p.Code == SearchCodes.TooLong);
    }

    [Fact]
    public void NoTextMakesReadingFail()
    {
        const string signs = "ab()\"\"~^+-:*?\\.. 1";
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(12) switch
            {
                0 => "title:",
                1 => " OR ",
                2 => " AND ",
                3 => "year:",
                4 => " NOT ",
                _ => signs[random.Next(signs.Length)].ToString(),
            }));
            Assert.All(QueryParser.Parse(query).Problems, p => Assert.InRange(p.Start + p.Length, p.Start, query.Length));
        }
    }
}
