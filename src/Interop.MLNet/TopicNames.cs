namespace Lectern.Interop.MLNet;

/// <summary>Names topics by the terms whose mean weight in the topic exceeds that among the other works most.</summary>
internal sealed class TopicNames
{
    private const int TermsPerName = 3;
    private const int ShortestTerm = 3;

    private readonly PaperSpace _space;
    private readonly int _count;
    private readonly double[] _total;

    public TopicNames(PaperSpace space, IReadOnlyCollection<int> all)
    {
        (_space, _count) = (space, all.Count);
        _total = Sum(all).Weight;
    }

    /// <summary>A term of several works before one of a single work; singular and plural count once.</summary>
    public IReadOnlyList<string> Of(IReadOnlyCollection<int> topic)
    {
        var (weight, works) = Sum(topic);
        double Lead(int term) => weight[term] / topic.Count - (_total[term] - weight[term]) / Math.Max(1, _count - topic.Count);
        var ordered = Enumerable.Range(0, weight.Length)
            .Where(term => weight[term] > 0 && _space.Terms[term].Length >= ShortestTerm && _space.Terms[term].Any(char.IsLetter))
            .OrderByDescending(term => works[term] > 1).ThenByDescending(Lead).ThenBy(term => _space.Terms[term], StringComparer.Ordinal)
            .Select(term => _space.Terms[term]);
        var names = new List<string>();
        foreach (var term in ordered)
        {
            if (names.Count == TermsPerName)
                break;
            if (!names.Exists(name => IsPlural(name, term) || IsPlural(term, name)))
                names.Add(term);
        }

        return names;
    }

    private (double[] Weight, int[] Works) Sum(IEnumerable<int> rows)
    {
        var (weight, works) = (new double[_space.Terms.Count], new int[_space.Terms.Count]);
        foreach (var row in rows)
        {
            foreach (var (term, value) in _space.Weights[row].Items())
            {
                weight[term] += value;
                works[term]++;
            }
        }

        return (weight, works);
    }

    private static bool IsPlural(string many, string one) => many.StartsWith(one, StringComparison.Ordinal) && many[one.Length..] is "s" or "es";
}
