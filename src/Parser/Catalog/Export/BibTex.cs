using System.Text;
using Lectern.Text;

namespace Lectern.Catalog.Export;

/// <summary>BibTeX in UTF-8, readable by BibTeX, biber and the reference managers.</summary>
public static class BibTex
{
    private static readonly string[] StopWords =
        ["a", "an", "the", "on", "of", "in", "for", "to", "and", "with", "towards", "toward", "from", "by", "is", "are", "at", "as"];

    public static string Write(Paper paper) => Write([paper]);

    public static string Write(IEnumerable<Paper> papers)
    {
        var citations = papers.Select(Citation.Of).ToList();
        var keys = Slugs.Distinct([.. citations.Select(Key)]);
        var text = new StringBuilder();
        for (var i = 0; i < citations.Count; i++)
        {
            if (i > 0)
                text.Append('\n');
            Append(text, citations[i], keys[i]);
        }

        return text.ToString();
    }

    /// <summary><c>vaswani2017attention</c>: first author, year, first word of the title that is not a particle.</summary>
    public static string Key(Paper paper) => Key(Citation.Of(paper));

    private static string Key(Citation citation)
    {
        var author = citation.Authors is [var first, ..] ? first.Literal ?? first.Family! : "";
        var word = citation.Title.Split([' ', ':', ',', '/', '-', '–'], StringSplitOptions.RemoveEmptyEntries).Select(Ascii)
            .FirstOrDefault(w => w.Length > 0 && !StopWords.Contains(w)) ?? "";
        var key = Ascii(author) + citation.Paper.Year + word;
        return key.Length > 0 ? key : citation.Paper.Id;
    }

    private static void Append(StringBuilder text, Citation citation, string key)
    {
        var paper = citation.Paper;
        var type = citation.Kind switch
        {
            CitationKind.Conference => "inproceedings",
            CitationKind.Journal when paper.Venue is not null => "article",
            CitationKind.Report => "techreport",
            _ => "misc",
        };
        text.Append('@').Append(type).Append('{').Append(key);
        Field(text, "title", Protect(citation.Title));
        if (citation.Authors.Count > 0)
            Field(text, "author", string.Join(" and ", citation.Authors.Select(Name)) + (paper.MoreAuthors ? " and others" : ""));
        if (paper.Year is { } year)
            Field(text, "year", $"{year}");
        if (paper.Venue is { } venue)
            Field(text, type switch { "inproceedings" => "booktitle", "article" => "journal", "techreport" => "institution", _ => "howpublished" }, Escape(venue));
        if (paper.Arxiv is { } arxiv)
        {
            Field(text, "eprint", arxiv.Id);
            Field(text, "archivePrefix", "arXiv");
        }

        if (paper.Doi is { } doi)
            Field(text, "doi", Verbatim(doi.Id));
        if (citation.Url is { } url)
            Field(text, "url", Verbatim(url));
        if (paper.Tags.Count > 0)
            Field(text, "keywords", Escape(string.Join(", ", paper.Tags)));
        text.Append("\n}\n");
    }

    private static void Field(StringBuilder text, string name, string value) =>
        text.Append(",\n  ").Append(name.PadRight(13)).Append(" = {").Append(value).Append('}');

    private static string Name(CitationAuthor author)
    {
        if (author.Literal is { } organisation)
            return $"{{{Escape(organisation)}}}";
        var parts = new[] { author.Family, author.Suffix, author.Given }.OfType<string>().Select(Escape);
        return string.Join(", ", parts);
    }

    /// <summary>Styles put titles into lower case; a word with a capital inside is a name and keeps it.</summary>
    private static string Protect(string title) =>
        string.Join(' ', title.Split(' ').Select(w => w.Skip(1).Any(char.IsUpper) ? $"{{{Escape(w)}}}" : Escape(w)));

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in Citation.OneLine(text))
        {
            _ = c switch
            {
                '&' or '%' or '$' or '#' or '_' => escaped.Append('\\').Append(c),
                // BibTeX counts braces, escaped or not.
                '{' => escaped.Append("{\\textbraceleft}"),
                '}' => escaped.Append("{\\textbraceright}"),
                '~' => escaped.Append("{\\textasciitilde}"),
                '^' => escaped.Append("{\\textasciicircum}"),
                '\\' => escaped.Append("{\\textbackslash}"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Addresses are not typeset as text; only what would end the field is encoded.</summary>
    private static string Verbatim(string url) =>
        Citation.OneLine(url).Replace("{", "%7B").Replace("}", "%7D").Replace("\\", "%5C").Replace(" ", "%20");

    private static string Ascii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(Folding.Fold(c)))
                ascii.Append(Folding.Fold(c));
        }

        return ascii.ToString();
    }
}
