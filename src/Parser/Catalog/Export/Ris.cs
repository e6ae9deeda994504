using System.Text;

namespace Lectern.Catalog.Export;

/// <summary>RIS: two-letter tags, one value a line, lines end in CRLF, a record ends with <c>ER</c>.</summary>
public static class Ris
{
    public static string Write(Paper paper) => Write([paper]);

    public static string Write(IEnumerable<Paper> papers)
    {
        var text = new StringBuilder();
        foreach (var citation in papers.Select(Citation.Of))
            Append(text, citation);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Citation citation)
    {
        var paper = citation.Paper;
        Line(text, "TY", citation.Kind switch
        {
            CitationKind.Conference => "CONF",
            CitationKind.Journal => "JOUR",
            CitationKind.Report => "RPRT",
            CitationKind.Preprint => "UNPB",
            _ => "ELEC",
        });
        Line(text, "ID", paper.Id);
        Line(text, "TI", citation.Title);
        foreach (var author in citation.Authors)
            Line(text, "AU", author.Literal ?? string.Join(", ", new[] { author.Family, author.Given, author.Suffix }.OfType<string>()));
        if (paper.Year is { } year)
            Line(text, "PY", $"{year}");
        if (paper.Venue is { } venue)
            Line(text, citation.Kind == CitationKind.Report ? "PB" : "T2", venue);
        if (paper.Arxiv is { } arxiv)
            Line(text, "AN", $"arXiv:{arxiv.Id}");
        if (paper.Doi is { } doi)
            Line(text, "DO", doi.Id);
        if (citation.Url is { } url)
            Line(text, "UR", url);
        foreach (var tag in paper.Tags)
            Line(text, "KW", tag);
        text.Append("ER  - \r\n\r\n");
    }

    private static void Line(StringBuilder text, string tag, string value) =>
        text.Append(tag).Append("  - ").Append(Citation.OneLine(value)).Append("\r\n");
}
