using System.Text.RegularExpressions;

namespace Lectern.Extraction;

/// <summary>F55, F58. <c>"Title" by A, et al. (2017):</c> with any mixture of quotation marks; <c>A’s “Title”</c>.</summary>
internal sealed partial record QuotedTitle(string Title, string? Authors, int? Year, string Rest, bool Mixed)
{
    private const int MaximumLength = 2000;

    public static QuotedTitle? Read(ReadOnlySpan<char> line)
    {
        if (line.Length > MaximumLength || line.IndexOfAny('"', '“', '”') < 0)
            return null;
        var text = line.TrimEnd().ToString();
        var match = text[0] is '"' or '“' or '”' ? AtStart().Match(text) : Possessive().Match(text);
        if (!match.Success)
            return null;
        var authors = match.Groups["authors"].Value.Trim();
        var (open, close) = (match.Groups["open"].Value, match.Groups["close"].Value);
        return new(
            match.Groups["title"].Value.Trim(), authors.Length > 0 ? authors : null,
            match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value) : null,
            match.Groups["rest"].Value.Trim(), (open == "\"") != (close == "\""));
    }

    [GeneratedRegex(@"^(?<open>[""“”])(?<title>[^""“”]+)(?<close>[""“”])(?=\s*(by\s|\(|:|`|$))(\s+by\s+(?<authors>[^(`:]+))?\s*(\((?<year>\d{4})\))?\s*:?(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex AtStart();

    [GeneratedRegex(@"^(?<authors>\p{Lu}[\p{L} .-]{0,60})['’]s\s+(?<open>[""“”])(?<title>[^""“”]+)(?<close>[""“”])(?<rest>\s*)$")]
    private static partial Regex Possessive();
}
