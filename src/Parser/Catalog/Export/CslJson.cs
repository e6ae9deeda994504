using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lectern.Catalog.Export;

/// <summary>CSL-JSON: an array of items, whatever their number.</summary>
public static class CslJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Write(Paper paper) => Write([paper]);

    public static string Write(IEnumerable<Paper> papers)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var citation in papers.Select(Citation.Of))
                Write(json, citation);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Citation citation)
    {
        var paper = citation.Paper;
        json.WriteStartObject();
        json.WriteString("id", paper.Id);
        json.WriteString("type", citation.Kind switch
        {
            CitationKind.Conference => "paper-conference",
            CitationKind.Journal => "article-journal",
            CitationKind.Report => "report",
            CitationKind.Preprint => "article",
            _ => "webpage",
        });
        json.WriteString("title", citation.Title);
        if (paper.ShortName is { } shortName)
            json.WriteString("title-short", shortName);
        if (citation.Authors.Count > 0)
            WriteAuthors(json, citation.Authors);
        if (paper.Year is { } year)
            WriteYear(json, year);
        if (paper.Venue is { } venue)
            json.WriteString(citation.Kind == CitationKind.Report ? "publisher" : "container-title", venue);
        if (paper.Arxiv is { } arxiv)
            json.WriteString("number", $"arXiv:{arxiv.Id}");
        if (citation.Kind == CitationKind.Preprint)
            json.WriteString("publisher", "arXiv");
        if (paper.Doi is { } doi)
            json.WriteString("DOI", doi.Id);
        if (citation.Url is { } url)
            json.WriteString("URL", url);
        if (paper.Tags.Count > 0)
            json.WriteString("keyword", string.Join(", ", paper.Tags));
        json.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<CitationAuthor> authors)
    {
        json.WriteStartArray("author");
        foreach (var author in authors)
        {
            json.WriteStartObject();
            if (author.Literal is { } literal)
                json.WriteString("literal", literal);
            if (author.Family is { } family)
                json.WriteString("family", family);
            if (author.Given is { } given)
                json.WriteString("given", given);
            if (author.Suffix is { } suffix)
                json.WriteString("suffix", suffix);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteYear(Utf8JsonWriter json, int year)
    {
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(year);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
