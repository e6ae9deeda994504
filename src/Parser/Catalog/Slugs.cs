using System.Text;
using Lectern.Text;

namespace Lectern.Catalog;

/// <summary>
/// Names as they stand in addresses: lower-case words joined by hyphens, without diacritics. Two names with the same
/// slug are the same tag, author or venue.
/// </summary>
public static class Slugs
{
    private const int MaxLength = 80;

    /// <summary>The identifier of a paper from its short name or, where it has none that tells it apart, its title; never empty.</summary>
    public static string Paper(string? shortName, string title)
    {
        var slug = Of(shortName ?? "");
        return slug.Length > 1 ? slug : OrCode(Of(title), title, "work");
    }

    public static string Tag(string tag) => OrCode(Of(tag), tag, "tag");

    public static string Author(string name) => OrCode(Of(name), name, "author");

    public static string Venue(string name) => OrCode(Of(name), name, "venue");

    /// <summary>Empty where the text has no letter and no digit.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(Math.Min(text.Length, MaxLength + 1));
        var pending = false;
        foreach (var c in text)
        {
            var folded = Folding.Fold(c);
            if (!char.IsLetterOrDigit(folded))
            {
                // Apostrophes and combining marks stand inside a word: Let's → lets.
                pending |= folded is not ('\'' or '’' or '\0') && slug.Length > 0;
                continue;
            }

            if (pending)
                slug.Append('-');
            pending = false;
            slug.Append(folded);
            if (slug.Length > MaxLength)
                break;
        }

        return slug.Length > MaxLength ? CutAtWord(slug.ToString(0, MaxLength)) : slug.ToString();
    }

    /// <summary>Numbers names that are equal: the first keeps its name, the next gets <c>-2</c>; names that occur by themselves are never given away.</summary>
    public static IReadOnlyList<string> Distinct(IReadOnlyList<string> names)
    {
        var taken = new HashSet<string>(names, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new string[names.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = names[i];
            if (seen.Add(names[i]))
                continue;
            var number = next.GetValueOrDefault(names[i], 2);
            while (!taken.Add($"{names[i]}-{number}"))
                number++;
            next[names[i]] = number + 1;
            result[i] = $"{names[i]}-{number}";
        }

        return result;
    }

    private static string CutAtWord(string slug)
    {
        var hyphen = slug.LastIndexOf('-');
        return hyphen > MaxLength / 2 ? slug[..hyphen] : slug;
    }

    /// <summary>A name made of signs only still needs an address: FNV-1a of its characters.</summary>
    private static string OrCode(string slug, string text, string prefix)
    {
        if (slug.Length > 0)
            return slug;
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return $"{prefix}-{hash:x8}";
    }
}
