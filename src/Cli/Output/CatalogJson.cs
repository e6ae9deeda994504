using System.Text.Json;
using Lectern.Catalog;

namespace Lectern.Cli.Output;

/// <summary>Papers, index terms and readings as JSON objects.</summary>
internal static class CatalogJson
{
    public static void Write(Utf8JsonWriter json, Paper paper)
    {
        json.WriteString("id", paper.Id);
        json.WriteString("title", paper.Title);
        json.WriteString("shortName", paper.ShortName);
        json.WriteString("subtitle", paper.Subtitle);
        json.WriteStrings("authors", paper.Authors);
        json.WriteBoolean("moreAuthors", paper.MoreAuthors);
        json.WriteNullable("year", paper.Year);
        json.WriteString("venue", paper.Venue);
        json.WriteString("arxivId", paper.Arxiv?.Id);
        json.WriteNullable("arxivVersion", paper.Arxiv?.Version);
        json.WriteString("doi", paper.Doi?.Id);
        json.WriteString("url", paper.Url);
        json.WriteString("codeUrl", paper.CodeUrl);
        json.WriteStrings("tags", paper.Tags);
        json.WriteString("note", paper.Note?.Document.Path);
        json.WriteObjects("related", paper.Related, link =>
        {
            json.WriteString("label", link.Label);
            json.WriteString("url", link.Target);
        });
        json.WriteObjects("mentions", paper.Mentions, mention =>
        {
            json.WriteString("path", mention.Document.Path);
            json.WriteNumber("line", mention.Entry.At.Line);
            json.WriteNumber("column", mention.Entry.At.Column);
            json.WriteString("kind", mention.Entry.Kind.ToString().ToLowerInvariant());
            json.WriteString("title", mention.Entry.Title);
            json.WriteString("reason", mention.Reason);
        });
    }

    public static void Write(Utf8JsonWriter json, IndexTerm term)
    {
        json.WriteString("slug", term.Slug);
        json.WriteString("name", term.Name);
        json.WriteStrings("papers", term.Papers.Select(p => p.Id));
    }

    public static void Write(Utf8JsonWriter json, Reading reading)
    {
        json.WriteString("time", reading.Time.ToString("yyyy-MM-dd'T'HH:mm"));
        json.WriteBoolean("ambiguous", reading.Ambiguous);
        json.WriteString("paper", reading.Paper.Id);
        json.WriteString("title", reading.Paper.Title);
        json.WriteString("path", reading.Mention.Document.Path);
        json.WriteNumber("line", reading.Mention.Entry.At.Line);
    }
}
