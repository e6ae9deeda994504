using System.Text;

namespace Lectern.Site.Pages;

/// <summary>
/// Names of pages as they stand in a path: lower-case ASCII letters and digits in words joined by single hyphens,
/// at most <see cref="MaxLength"/> long, never a name that a file system or the site keeps for itself.
/// </summary>
public static class Slug
{
    public const int MaxLength = 80;

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private static readonly HashSet<string> Reserved =
        ["index", "con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })];

    public static string From(string text) => IsSlug(text) && !Reserved.Contains(text) ? text : Spell(text);

    private static bool IsSlug(string text)
    {
        if (text.Length is 0 or > MaxLength || text.AsSpan().ContainsAnyExcept(Letters) || text[0] == '-' || text[^1] == '-')
            return false;
        return !text.Contains("--", StringComparison.Ordinal);
    }

    private static string Spell(string text)
    {
        var slug = new StringBuilder(Math.Min(text.Length, MaxLength));
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (slug.Length >= MaxLength)
                break;
            var letter = rune.IsAscii ? (char)rune.Value : Fold(rune.Value);
            if (char.IsAsciiLetterOrDigit(letter))
            {
                if (gap && slug.Length is > 0 and < MaxLength - 1)
                    slug.Append('-');
                slug.Append(char.ToLowerInvariant(letter));
                gap = false;
            }
            else if (letter is not ('\'' or '’'))
            {
                gap = true;
            }
        }

        var name = slug.Length > 0 ? slug.ToString() : Unnamed(text);
        return Reserved.Contains(name) ? name + "-page" : name;
    }

    /// <summary>The slug of a text that has no letter we can spell: a short number made from its characters.</summary>
    private static string Unnamed(string text)
    {
        var number = 2166136261u;
        foreach (var letter in text)
            number = (number ^ letter) * 16777619u;
        return $"x{number:x8}";
    }

    private static char Fold(int rune)
    {
        const string From = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšţťŧùúûüũūŭůűųŵýÿŷźżžÀÁÂÃÄÅĀĂĄÇĆČĎĐÈÉÊËĒĘĚĞÌÍÎÏĪİŁÑŃŇÒÓÔÕÖØŌŐŘŚŞŠŤÙÚÛÜŪŮŰÝŹŻŽß·₀₁₂₃₄₅₆₇₈₉";
        const string To = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssstttuuuuuuuuuuwyyyzzzaaaaaaaaacccddeeeeeeegiiiiiilnnnoooooooorssstuuuuuuuyzzzs-0123456789";
        var at = rune <= char.MaxValue ? From.IndexOf((char)rune) : -1;
        return at < 0 ? ' ' : To[at];
    }
}

/// <summary>Hands each name out once; a second claimant gets <c>-2</c>, the next <c>-3</c>.</summary>
internal sealed class SlugSet
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    public string Claim(string text)
    {
        var wanted = Slug.From(text);
        if (_taken.Add(wanted))
            return wanted;
        var number = _next.GetValueOrDefault(wanted, 2);
        string slug;
        do
        {
            var ending = $"-{number++}";
            slug = wanted[..Math.Min(wanted.Length, Slug.MaxLength - ending.Length)] + ending;
        }
        while (!_taken.Add(slug));
        _next[wanted] = number;
        return slug;
    }
}
