namespace Lectern.Search.Results;

/// <param name="Limit">Of the pages listed; the total counts all.</param>
public sealed record SearchRequest(string Query, int Limit = SearchRequest.DefaultLimit, bool Facets = false, bool Explain = false)
{
    public const int DefaultLimit = 10;
    public const int MostHits = 1000;
}
