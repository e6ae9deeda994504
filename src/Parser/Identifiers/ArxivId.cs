using System.Text.RegularExpressions;

namespace Lectern.Identifiers;

/// <summary>
/// An arXiv identifier in its normal form, with the version apart: <c>hep-th/9901001</c> to March 2007,
/// <c>0704.0001</c> to 2014, <c>1501.00001</c> since.
/// </summary>
public sealed partial record ArxivId(string Id, int? Version)
{
    public string AbstractUrl => $"https://arxiv.org/abs/{Id}";

    public string PdfUrl => $"https://arxiv.org/pdf/{Id}";

    /// <summary>The year of first submission, from the two digits of the identifier.</summary>
    public int Year
    {
        get
        {
            var slash = Id.IndexOf('/');
            var digits = int.Parse(Id.AsSpan(slash + 1, 2));
            return slash >= 0 && digits >= 91 ? 1900 + digits : 2000 + digits;
        }
    }

    /// <summary>Finds the identifier in a URL, a DOI of DataCite's arXiv prefix, <c>arXiv:…</c> or a file name; null where there is none.</summary>
    public static ArxivId? Find(string? reference)
    {
        if (string.IsNullOrEmpty(reference))
            return null;
        var match = MayNameIt(reference) ? Explicit().Match(reference) : Match.Empty;
        if (!match.Success && HasDigitsAroundDot(reference))
            match = FileName().Match(reference);
        if (!match.Success)
            return null;
        var id = match.Groups["id"].Value;
        var month = int.Parse(id.AsSpan(id.IndexOf('/') + 3, 2));
        if (month is < 1 or > 12)
            return null;
        var version = match.Groups["v"].Value;
        return new(id, version.Length > 0 ? int.Parse(version) : null);
    }

    /// <summary>A quick look that spares most texts the pattern.</summary>
    private static bool MayNameIt(string text) =>
        text.Contains("xiv", StringComparison.Ordinal) || text.Contains("Xiv", StringComparison.Ordinal) || text.Contains("XIV", StringComparison.Ordinal);

    private static bool HasDigitsAroundDot(string text)
    {
        for (var at = text.IndexOf('.', Math.Min(1, text.Length)); at > 0 && at + 1 < text.Length; at = text.IndexOf('.', at + 1))
        {
            if (char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]))
                return true;
        }

        return false;
    }

    public override string ToString() => Version is { } v ? $"{Id}v{v}" : Id;

    private const string Old = @"[a-z-]+(\.[A-Z]{2})?/\d{7}";
    private const string New = @"\d{4}\.\d{4,5}";

    [GeneratedRegex(@"(arxiv\.org/(abs|pdf|html|ps)/|arXiv:|10\.48550/arXiv\.)(?<id>" + Old + "|" + New + @")(v(?<v>\d{1,3}))?(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Explicit();

    [GeneratedRegex(@"(?<![\d.])(?<id>" + New + @")(v(?<v>\d{1,3}))?(?=(\.pdf)?([?#/].*)?$)")]
    private static partial Regex FileName();
}
