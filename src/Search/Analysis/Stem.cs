namespace Lectern.Search.Analysis;

/// <summary>
/// English stems by the Porter2 algorithm, with <see cref="Mark"/> before them so that a stem is never taken for a word:
/// <c>normalization</c> has the stem <c>~normal</c>.
/// </summary>
public static class Stem
{
    public const char Mark = '~';

    /// <summary>The stem of a word of <c>a</c>–<c>z</c>; null for any other text.</summary>
    public static string? Of(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c))
                return null;
        }

        return word.Length == 0 ? null : Mark + Porter2.Stem(word);
    }
}
