using System.Text;
using System.Text.RegularExpressions;

namespace Lectern.Catalog.Export;

public enum CitationKind
{
    Preprint,
    Conference,
    Journal,
    Report,
    Page,
}

/// <summary>A paper as a reference manager sees it.</summary>
public sealed partial record Citation(
    Paper Paper, CitationKind Kind, string Title, IReadOnlyList<CitationAuthor> Authors, string? Url)
{
    public static Citation Of(Paper paper)
    {
        var kind = KindOf(paper);
        var authors = paper.Authors.Select(CitationAuthor.Of).ToList();
        var title = OneLine(paper.Subtitle is { } subtitle ? $"{paper.Title}: {subtitle}" : paper.Title);
        return new(paper, kind, title, authors, paper.Url ?? paper.Arxiv?.AbstractUrl ?? paper.Doi?.Url ?? paper.CodeUrl);
    }

    private static CitationKind KindOf(Paper paper) => paper.Venue switch
    {
        { } venue when ReportVenue().IsMatch(venue) => CitationKind.Report,
        { } venue when ConferenceVenue().IsMatch(venue) => CitationKind.Conference,
        not null => CitationKind.Journal,
        null when paper.Arxiv is not null => CitationKind.Preprint,
        null when paper.Doi is not null => CitationKind.Journal,
        _ => CitationKind.Page,
    };

    /// <summary>Values of all three formats end at the line.</summary>
    internal static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
            line.Append(char.IsControl(c) ? ' ' : c);
        return line.ToString().Trim();
    }

    [GeneratedRegex(@"\b(technical|tech\.?) report\b|\bthesis\b|\bwhite ?paper\b", RegexOptions.IgnoreCase)]
    private static partial Regex ReportVenue();

    [GeneratedRegex(@"\b(proceedings|conference|workshop|symposium|findings|NeurIPS|NIPS|ICML|ICLR|ACL|NAACL|EACL|EMNLP|COLING|CoNLL|TACL|CVPR|ICCV|ECCV|WACV|BMVC|KDD|AAAI|IJCAI|AISTATS|UAI|COLT|SIGIR|SIGGRAPH|MLSys|INTERSPEECH|ICASSP|CoRL|ICRA|IROS|SOSP|OSDI|WWW)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ConferenceVenue();
}

/// <summary>A name divided as styles need it; an organisation is a <see cref="Literal"/>.</summary>
public sealed record CitationAuthor(string? Family, string? Given, string? Suffix, string? Literal)
{
    public static CitationAuthor Of(string name)
    {
        name = Citation.OneLine(name);
        if (People.IsOrganisation(name))
            return new(null, null, null, name);
        var (given, family, suffix) = People.Divide(name);
        return new(family, given, suffix, null);
    }
}
