namespace Lectern.Extraction;

/// <summary>
/// A title split by the conventions of reading lists: <c>(ABBR) Long title</c>, <c>ABBR: Long title</c> with at most two
/// words before the colon.
/// </summary>
internal readonly record struct TitleParts(string? ShortName, string Title)
{
    public static TitleParts Of(string text)
    {
        if (text.StartsWith('(') && MatchingParenthesis(text) is var close and > 1)
        {
            var rest = text[(close + 1)..].Trim();
            return rest.Length > 0 ? new(text[1..close].Trim(), rest) : new(null, text);
        }

        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && CountWords(text.AsSpan(0, colon)) <= 2 ? new(text[..colon], text[(colon + 2)..].Trim()) : new(null, text);
    }

    /// <summary>F45: <c>title: subtitle - authors</c>; a label without authors may hold a dash.</summary>
    public static (string Title, string? Subtitle, string? Authors) OfLabel(string label, bool hasAuthors)
    {
        var dash = !hasAuthors ? -1 : label.IndexOf(" - ", StringComparison.Ordinal);
        var authors = dash > 0 ? label[(dash + 3)..].Trim() : null;
        var name = dash > 0 ? label[..dash] : label;
        var colon = name.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 ? (name[..colon], name[(colon + 2)..].Trim(), authors) : (name, null, authors);
    }

    private static int MatchingParenthesis(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }

        return -1;
    }

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var range in text.Split(' '))
            words += text[range].IsEmpty ? 0 : 1;
        return words;
    }
}
