using System.Diagnostics;
using Lectern.Search.Engines;
using Lectern.Search.Indexing;
using Lectern.Search.Queries;

namespace Lectern.Search.Results;

/// <summary>Answers queries from one state of an index.</summary>
public sealed class Searcher(SearchIndex index)
{
    /// <summary>Digits of a score behind the point: what engines must agree on.</summary>
    public const int Digits = 6;

    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    private const int MoreSections = 4;

    public SearchResult Search(SearchRequest request)
    {
        var clock = Stopwatch.StartNew();
        var parsed = QueryParser.Parse(request.Query);
        var problems = new List<QueryProblem>(parsed.Problems);
        var plan = Planner.Plan(parsed, index.Reader);
        problems.AddRange(plan.Problems);
        var unknown = plan.Unknown;
        var hits = Ask(plan, problems);
        var any = hits.Numbers.Length == 0 && plan.HasChoice;
        if (any)
        {
            plan = Planner.Plan(parsed, index.Reader, any: true);
            hits = Ask(plan, problems);
            any = hits.Numbers.Length > 0;
        }

        if (any)
            problems.Add(new(SearchCodes.AnyWord, 0, request.Query.Length, "no section has all of these words; those with some of them are shown"));
        var pages = new PageHits(hits, index.Catalogue);
        var terms = new QueryTerms(plan.Root);
        var found = pages.Best(Math.Clamp(request.Limit, 0, SearchRequest.MostHits)).Select(p => Hit(p, plan, terms, request.Explain)).ToList();
        var facets = request.Facets ? Facets.Of(index.Catalogue, pages.Pages) : [];
        var suggestion = Suggester.Suggest(request.Query, unknown, index.Reader);
        return new(request.Query, parsed.Canonical, any, pages.Count, clock.Elapsed.TotalMilliseconds, found, facets, suggestion, [.. problems.Distinct()]);
    }

    private EngineHits Ask(QueryPlan plan, List<QueryProblem> problems)
    {
        if (plan.Root is null)
            return new([], [], true);
        var hits = index.Reader.Search(plan.Root, TimeLimit);
        if (!hits.Complete)
            problems.Add(new(SearchCodes.OutOfTime, 0, 0, $"the search was ended after {TimeLimit.TotalSeconds} s; some hits are missing"));
        return hits;
    }

    private Hit Hit(FoundPage hit, QueryPlan plan, QueryTerms terms, bool explain)
    {
        var (facts, texts) = (index.Catalogue.Facts(hit.Page), index.Catalogue.Texts(hit.Page));
        var (best, score, number) = hit.Sections[0];
        return new(
            facts.Id, facts.Title, texts[best].Heading, Url(best), score, Snippets.Of(texts[best], terms),
            [.. hit.Sections.Skip(1).Take(MoreSections).Select(s => new SectionHit(texts[s.Section].Heading, Url(s.Section), s.Score))],
            explain ? index.Reader.Explain(plan.Root!, number) : null);

        string Url(int section) => texts[section].Anchor is { Length: > 0 } anchor ? $"{facts.Url}#{anchor}" : facts.Url;
    }
}
