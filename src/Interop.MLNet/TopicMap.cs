namespace Lectern.Interop.MLNet;

/// <summary>Works that are written about in the same words. The terms are those that tell them from the others, most telling first.</summary>
public sealed record Topic(IReadOnlyList<string> Terms, IReadOnlyList<PlacedPaper> Papers)
{
    public string Name => string.Join(", ", Terms);
}

/// <summary>A work on the map; both coordinates lie between 0 and 1.</summary>
public sealed record PlacedPaper(string Id, double X, double Y);

/// <summary>Every work with a vector in one topic and at one place; large topics first.</summary>
public sealed record TopicMap(IReadOnlyList<Topic> Topics);
