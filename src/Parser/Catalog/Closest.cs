namespace Lectern.Catalog;

/// <summary>"Did you mean": the candidates nearest to a word, nearest first.</summary>
public static class Closest
{
    private const int MaxLength = 64;

    public static IReadOnlyList<string> To(string word, IEnumerable<string> candidates, int count)
    {
        var allowed = Math.Max(1, word.Length / 3);
        return [.. candidates.Distinct(StringComparer.Ordinal)
            .Select(c => (Text: c, Distance: Contains(c, word) ? 1 : Distance(word, c, allowed)))
            .Where(c => c.Distance <= allowed)
            .OrderBy(c => c.Distance).ThenBy(c => c.Text.Length).ThenBy(c => c.Text, StringComparer.Ordinal)
            .Take(count).Select(c => c.Text)];
    }

    private static bool Contains(string candidate, string word) =>
        word.Length >= 3 && candidate.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Edits, swaps of neighbours included; gives up beyond <paramref name="limit"/>.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit || a.Length > MaxLength || b.Length > MaxLength)
            return int.MaxValue;
        var (before, previous, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }
}
