using System.Text.Json;
using Lectern.Identifiers;
using Lectern.Model;

namespace Lectern.Cli.Output;

/// <summary>The model of one file, field by field as the reference of <c>parse --json</c> lists it.</summary>
internal static class DocumentJson
{
    public static void Write(Utf8JsonWriter json, Document document)
    {
        json.WriteStartObject();
        json.WriteString("path", document.Path);
        json.WriteString("title", document.Title);
        json.WritePropertyName("frontMatter");
        json.WriteMap(document.FrontMatter.Values);
        json.WriteString("dialect", Name(document.Dialect));
        json.WriteStrings("aliases", document.Aliases);
        json.WriteStrings("tags", document.Tags);
        json.WriteObjects("headings", Headings(document), h => WriteHeading(json, h));
        json.WriteObjects("sections", document.Sections, s => WriteSection(json, s));
        json.WriteObjects("entries", document.Entries, e => WriteEntry(json, e));
        json.WriteObjects("definitions", document.Definitions, d => WriteDefinition(json, d));
        json.WriteObjects("links", document.Links, l => WriteLink(json, l));
        json.WriteObjects("math", document.Math, m => WriteMath(json, m));
        json.WriteObjects("diagnostics", document.Diagnostics, json.WriteFinding);
        json.WriteEndObject();
    }

    /// <summary>The <c>#</c> lines, those without text included, which make no section.</summary>
    private static IEnumerable<Section> Headings(Document document) =>
        document.Sections.Where(s => s.Form == SectionForm.Atx)
            .Concat(document.Diagnostics.Where(d => d.Code == DiagnosticCodes.HeadingEmpty).Select(d => Empty(document, d.At)))
            .OrderBy(s => s.At.Offset);

    private static Section Empty(Document document, SourceRange at)
    {
        var level = document.Source.Line(at.Line).TrimStart().IndexOfAnyExcept('#') is var end and > 0
            ? end
            : document.Source.Line(at.Line).Count('#');
        return new(SectionForm.Atx, Math.Clamp(level, 1, 6), "", "", [], at, at.Line, -1);
    }

    private static void WriteHeading(Utf8JsonWriter json, Section heading)
    {
        json.WriteNumber("level", heading.Level);
        json.WriteString("text", heading.Text);
        WritePlace(json, heading.At);
        json.WriteString("slug", heading.Slug);
        json.WriteStrings("tags", heading.Tags);
    }

    private static void WriteSection(Utf8JsonWriter json, Section section)
    {
        json.WriteString("form", Name(section.Form));
        WriteHeading(json, section);
        json.WriteNumber("endLine", section.EndLine);
        json.WriteNullable("parent", section.Parent < 0 ? null : section.Parent);
        json.WriteNullable("about", section.About < 0 ? null : section.About);
    }

    private static void WriteEntry(Utf8JsonWriter json, Entry entry)
    {
        json.WriteString("kind", entry.Kind.ToString().ToLowerInvariant());
        WritePlace(json, entry.At);
        json.WriteNumber("endLine", entry.EndLine);
        json.WriteNullable("section", entry.Section < 0 ? null : entry.Section);
        WriteZettel(json, entry.Zettel);
        json.WriteStrings("tags", entry.Tags);
        json.WriteStrings("inheritedTags", entry.InheritedTags);
        json.WriteString("title", entry.Title);
        json.WriteString("displayTitle", entry.DisplayTitle);
        json.WriteString("shortName", entry.ShortName);
        json.WriteString("subtitle", entry.Subtitle);
        json.WriteString("subject", entry.Subject);
        json.WriteStrings("authors", entry.Authors.Select(a => a.Name));
        json.WriteStrings("authorsVerbatim", entry.Authors.Select(a => a.Verbatim));
        json.WriteBoolean("moreAuthors", entry.MoreAuthors);
        json.WriteNullable("year", entry.Year);
        json.WriteString("ref", entry.Reference);
        json.WriteString("refKind", entry.ReferenceKind.ToString().ToLowerInvariant());
        json.WriteString("resource", entry.Resource);
        json.WriteString("arxivId", entry.Arxiv?.Id);
        json.WriteNullable("arxivVersion", entry.Arxiv?.Version);
        json.WriteString("doi", entry.Doi?.Id);
        json.WriteObjects("attributes", entry.Attributes, a =>
        {
            json.WriteString("key", a.Key);
            json.WriteString("value", a.Value);
        });
        json.WriteString("admonition", entry.AdmonitionKind);
        json.WriteString("trailing", entry.Trailing);
        json.WriteString("remark", entry.Remark);
        json.WriteString("notes", entry.Notes);
        json.WriteObjects("related", entry.Related, l => WriteLink(json, l));
    }

    private static void WriteZettel(Utf8JsonWriter json, ZettelId? zettel)
    {
        if (zettel is null)
        {
            json.WriteNull("zettel");
            return;
        }

        json.WriteStartObject("zettel");
        json.WriteString("id", zettel.Text);
        json.WriteString("time", zettel.Time is { } time ? Minute(time) : null);
        json.WriteStrings("candidates", zettel.Candidates.Select(Minute));
        json.WriteEndObject();
    }

    private static void WriteDefinition(Utf8JsonWriter json, Definition definition)
    {
        json.WriteString("term", definition.Term);
        json.WriteString("body", definition.Body);
        json.WriteString("form", definition.Form switch { DefinitionForm.Assignment => ":=", DefinitionForm.Label => "label", _ => "=" });
        WritePlace(json, definition.At);
    }

    private static void WriteLink(Utf8JsonWriter json, Link link)
    {
        json.WriteString("form", Name(link.Form));
        json.WriteString("label", link.Label);
        json.WriteString("destination", link.Destination);
        json.WriteString("resolved", link.Resolved);
        json.WriteBoolean("malformed", link.Malformed);
        WritePlace(json, link.At);
    }

    private static void WriteMath(Utf8JsonWriter json, Formula formula)
    {
        json.WriteBoolean("display", formula.Display);
        json.WriteString("tex", formula.Tex);
        WritePlace(json, formula.At);
        json.WriteString("anchor", formula.Anchor);
    }

    private static void WritePlace(Utf8JsonWriter json, SourceRange at)
    {
        json.WriteNumber("line", at.Line);
        json.WriteNumber("column", at.Column);
    }

    private static string Minute(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm");

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
