namespace Lectern.Search.Analysis;

/// <summary>Words in lower case and their stems, each made once: texts have few different words. One for each thread.</summary>
internal sealed class KnownWords
{
    private const int Most = 1 << 17;

    [ThreadStatic]
    private static KnownWords? _own;

    private readonly Dictionary<string, string?> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private KnownWords() => _bySpan = _stems.GetAlternateLookup<ReadOnlySpan<char>>();

    public static KnownWords Own => _own ??= new();

    /// <summary>The word as the string it always is, and its stem; none for what is no English word.</summary>
    public string Of(ReadOnlySpan<char> word, out string? stem)
    {
        if (_bySpan.TryGetValue(word, out var known, out stem))
            return known;
        if (_stems.Count == Most)
            _stems.Clear();
        known = word.ToString();
        _stems.Add(known, stem = Stem.Of(known));
        return known;
    }
}
