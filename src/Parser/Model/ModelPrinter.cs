using System.Text;

namespace Lectern.Model;

/// <summary>
/// The model as text, one fact a line with its place, for specifications and for comparing two readings of one text:
/// without places, equal output means equal models.
/// </summary>
public static class ModelPrinter
{
    public static string Print(Document document, bool places = true)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in document.FrontMatter.Values)
            text.Append("front ").Append(key).Append('=').AppendLine(Plain(value));
        if (document.Title is { } title)
            text.Append("title ").AppendLine(title);
        if (document.Aliases.Count > 0)
            text.Append("aliases ").AppendJoin(", ", document.Aliases).AppendLine();
        if (document.Tags.Count > 0)
            text.Append("tags ").AppendJoin(", ", document.Tags).AppendLine();
        foreach (var section in document.Sections)
            Line(text, places, section.At, $"section {Word(section.Form)} {section.Level} \"{section.Text}\" #{section.Slug}{List(" tags", section.Tags)}{(section.About >= 0 ? $" about={section.About}" : "")}");
        foreach (var entry in document.Entries)
            Line(text, places, entry.At, $"entry {Word(entry.Kind)}{Facts(entry, places)}{(entry.Section >= 0 ? $" in=#{document.Sections[entry.Section].Slug}" : "")}");
        foreach (var definition in document.Definitions)
            Line(text, places, definition.At, $"definition {Word(definition.Form)} \"{definition.Term}\" = \"{definition.Body}\"");
        foreach (var link in document.Links)
            Line(text, places, link.At, $"link {Word(link.Form)} \"{link.Label}\" -> {link.Destination}{(link.Resolved is null ? "" : $" resolved={link.Resolved}")}{(link.Malformed ? " malformed" : "")}");
        foreach (var math in document.Math)
            Line(text, places, math.At, $"math {(math.Display ? "display" : "inline")} {math.Tex.ReplaceLineEndings(" ")}{(math.Anchor is null ? "" : $" #{math.Anchor}")}");
        if (places)
        {
            foreach (var diagnostic in document.Diagnostics)
                Line(text, places, diagnostic.At, $"{Word(diagnostic.Severity)} {diagnostic.Code.Name}: {diagnostic.Message}");
        }

        return text.ToString();
    }

    private static string Facts(Entry entry, bool places)
    {
        var text = new StringBuilder();
        Fact("id", entry.Zettel?.Text);
        Fact("time", entry.Zettel?.Time?.ToString("yyyy-MM-ddTHH:mm"));
        text.Append(List(" tags", entry.Tags)).Append(List(" inherited", entry.InheritedTags));
        Fact("title", entry.Title);
        Fact("shown", entry.DisplayTitle == entry.Title ? null : entry.DisplayTitle);
        Fact("short", entry.ShortName);
        Fact("subtitle", entry.Subtitle);
        Fact("subject", entry.Subject);
        text.Append(List(" authors", [.. entry.Authors.Select(author => author.Name)]));
        Fact("more", entry.MoreAuthors ? "yes" : null);
        Fact("year", entry.Year?.ToString());
        Fact("ref", entry.Reference);
        Fact("refKind", entry.ReferenceKind == ReferenceKind.None ? null : Word(entry.ReferenceKind));
        Fact("resource", entry.Resource);
        Fact("arxiv", entry.Arxiv?.ToString());
        Fact("doi", entry.Doi?.ToString());
        Fact("kind", entry.AdmonitionKind);
        Fact("collapsed", entry.Collapsed ? "yes" : null);
        Fact("trailing", entry.Trailing);
        Fact("remark", entry.Remark);
        text.Append(List(" related", [.. entry.Related.Select(link => link.Target)]));
        Fact("notes", Squeeze(entry.Notes));
        if (places && entry.EndLine != entry.At.Line)
            Fact("until", entry.EndLine.ToString());
        return text.ToString();

        void Fact(string name, string? value)
        {
            if (value is not null)
                text.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
        }
    }

    /// <summary>White space in notes carries no meaning beyond separating words.</summary>
    private static string? Squeeze(string? notes) => notes is null ? null : string.Join(' ', notes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Line(StringBuilder text, bool places, SourceRange at, string line) =>
        (places ? text.Append(at).Append(' ') : text).AppendLine(line);

    private static string List(string name, IReadOnlyList<string> values) => values.Count == 0 ? "" : $"{name}=[{string.Join(" | ", values)}]";

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Plain(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> map => $"{{{string.Join(", ", map.Select(pair => $"{pair.Key}: {Plain(pair.Value)}"))}}}",
        IEnumerable<object?> list => $"[{string.Join(", ", list.Select(Plain))}]",
        _ => value?.ToString() ?? "",
    };
}
