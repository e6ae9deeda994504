using Markdig.Helpers;

namespace Lectern.Forms.Admonitions;

/// <summary>Where the parts of a header line are: <c>??? tip "title"</c>. Offsets are into the line.</summary>
internal readonly ref struct AdmonitionHeader
{
    public required ReadOnlySpan<char> Kind { get; init; }

    public required bool Collapsed { get; init; }

    public required int TitleStart { get; init; }

    /// <summary>End of the title; -1 where the quotation mark that opened it is not closed on the line.</summary>
    public required int TitleEnd { get; init; }

    /// <summary>What a strict reader of MkDocs would not accept, as a sentence; null where the line is regular.</summary>
    public required string? Irregular { get; init; }

    public static bool TryRead(ReadOnlySpan<char> line, out AdmonitionHeader header)
    {
        header = default;
        if (!line.StartsWith("!!!") && !line.StartsWith("???"))
            return false;
        var collapsed = line[0] == '?';
        var at = 3;
        if (at < line.Length && line[at] == '+')
        {
            collapsed = false;
            at++;
        }

        if (at < line.Length && !line[at].IsSpaceOrTab() && line[at] is not ('"' or '['))
            return false;
        var kindStart = at;
        var titleStart = line[at..].IndexOfAny('"', '[');
        var kindEnd = titleStart < 0 ? line.Length : at + titleStart;
        var kind = line[kindStart..kindEnd].Trim();
        if (titleStart < 0)
        {
            header = new() { Kind = kind, Collapsed = collapsed, TitleStart = line.Length, TitleEnd = line.Length, Irregular = kind.Contains(' ') ? "words without quotation marks are read as kinds" : null };
            return !kind.IsEmpty;
        }

        var quoted = line[kindEnd] == '"';
        var start = quoted ? kindEnd + 1 : kindEnd;
        var end = quoted ? line.LastIndexOf('"') : line.TrimEnd().Length;
        var closed = end > kindEnd && (!quoted || line[(end + 1)..].IsWhiteSpace() || line.Count('"') % 2 == 0);
        if (!quoted && line[start..end] is ['[', 'h', 't', 't', 'p', .., ']'])
            (start, end) = (start + 1, end - 1);
        header = new()
        {
            Kind = kind,
            Collapsed = collapsed,
            TitleStart = start,
            TitleEnd = closed ? end : -1,
            Irregular = Explain(line, kind, kindEnd, quoted, closed ? end : line.Length),
        };
        return true;
    }

    private static string? Explain(ReadOnlySpan<char> line, ReadOnlySpan<char> kind, int kindEnd, bool quoted, int end)
    {
        if (!quoted)
            return "the title is not in quotation marks";
        if (kind.IsEmpty)
            return "the kind is missing";
        if (kind.Contains(' '))
            return "there is more than one kind";
        if (!line[kindEnd - 1].IsSpaceOrTab())
            return "there is no space before the title";
        return end < line.Length && !line[(end + 1)..].IsWhiteSpace() ? "there is text after the title" : null;
    }
}
