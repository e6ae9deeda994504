using System.Text;
using Lectern.Text;

namespace Lectern.Catalog;

/// <summary>Titles reduced to what decides whether two of them are the same: letters and digits, folded.</summary>
public static class TitleKey
{
    /// <summary>
    /// <c>DALL·E 2</c> and <c>Dall-E-2</c> are equal; <c>A*</c> and <c>A</c> are not: a sign right after a
    /// single letter belongs to the name.
    /// </summary>
    public static string Of(string? title)
    {
        if (string.IsNullOrEmpty(title))
            return "";
        var key = new StringBuilder(title.Length);
        var run = 0;
        foreach (var c in title)
        {
            var folded = Folding.Fold(c);
            if (char.IsLetterOrDigit(folded))
            {
                run++;
                key.Append(folded);
                continue;
            }

            if (folded == '\0')
                continue;
            if (run == 1 && folded is '*' or '+' or '#' && run == 1)
                key.Append(folded);
            run = 0;
        }

        return key.ToString();
    }

    /// <summary>The part after <c>ABBR:</c>, where the abbreviation is the short name or at most two words; else null.</summary>
    public static string? AfterAbbreviation(string title, string? shortName)
    {
        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 0)
            return null;
        var head = title[..colon];
        var isName = head.Count(c => c == ' ') < 2 || (shortName is not null && Of(head) == Of(shortName));
        return isName ? title[(colon + 2)..] : null;
    }

    /// <summary>Long enough that two works do not share it by chance, unlike "A Survey".</summary>
    public static bool IsDistinctive(string title) => title.Length >= 12 && title.AsSpan().Trim().Count(' ') >= 2;
}
