using Lectern.Search.Analysis;
using Lectern.Search.Engines;
using Lectern.Search.Queries;

namespace Lectern.Search.Results;

/// <summary>"Did you mean": each word that stands nowhere becomes the nearest word of the dictionary with the same first letter.</summary>
internal static class Suggester
{
    private const int LongestWord = 40;

    public static string? Suggest(string query, IReadOnlyList<WordExpression> unknown, IEngineReader index)
    {
        var expansion = new Expansion(index);
        var fields = Field.Default.Where(f => f.HasWords && f != Field.Math).ToList();
        var meant = query;
        foreach (var word in unknown.OrderByDescending(w => w.Start))
        {
            var text = Letters.Fold(word.Text);
            if (text.Length is < 3 or > LongestWord || !text.All(char.IsAsciiLetterOrDigit))
                continue;
            var near = expansion.Similar(text, text.Length <= 4 ? 1 : 2, fields)
                .OrderBy(t => t.Edits).ThenByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key).FirstOrDefault();
            if (near is not null)
                meant = meant[..word.Start] + near + meant[(word.Start + word.Text.Length)..];
        }

        return meant == query ? null : meant;
    }
}
