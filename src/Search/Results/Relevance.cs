namespace Lectern.Search.Results;

/// <summary>How good a ranking is, by queries with judged answers.</summary>
public static class Relevance
{
    private const int Depth = 20;

    /// <summary>1 over the rank of the first relevant page; 0 where it is not among the first <see cref="Depth"/>.</summary>
    public static double ReciprocalRank(Searcher searcher, string query, IReadOnlyList<string> relevant)
    {
        var rank = searcher.Search(new(query, Depth)).Hits.Select((h, i) => (h.Id, Rank: i + 1)).FirstOrDefault(h => relevant.Contains(h.Id)).Rank;
        return rank == 0 ? 0 : 1.0 / rank;
    }
}
