using Lectern.Identifiers;
using Lectern.Model;
using Lectern.Text;
using Markdig.Syntax;

namespace Lectern.Parser.Tests.Catalog;

/// <summary>Documents put together by hand, so that the catalog is tested without the parser.</summary>
internal static class Lists
{
    public static Document Document(string path, params Entry[] entries) => Document(path, null, entries);

    public static Document Document(string path, FrontMatter? front, params Entry[] entries)
    {
        var text = string.Concat(Enumerable.Range(1, entries.Length + 1).Select(i => $"line {i}\n"));
        if (front is not null)
            text = "---\n" + string.Concat(front.Values.Select(p => $"{p.Key}: {p.Value}\n")) + "---\n" + text;
        return new()
        {
            Source = SourceText.From(path, text),
            Dialect = Dialect.Zortex,
            Title = front?.Text("title"),
            Aliases = [],
            Tags = [],
            FrontMatter = front ?? FrontMatter.Empty,
            Sections = [],
            Entries = [.. entries.Select((e, i) => e with { At = new(i + 1, 1, i * 10, 8), EndLine = i + 1 })],
            Definitions = [],
            Links = [],
            Math = [],
            Diagnostics = [],
            Syntax = new MarkdownDocument(),
        };
    }

    public static Document With(this Document document, params Link[] links) => new()
    {
        Source = document.Source,
        Dialect = document.Dialect,
        Title = document.Title,
        Aliases = document.Aliases,
        Tags = document.Tags,
        FrontMatter = document.FrontMatter,
        Sections = document.Sections,
        Entries = document.Entries,
        Definitions = document.Definitions,
        Links = links,
        Math = document.Math,
        Diagnostics = document.Diagnostics,
        Syntax = document.Syntax,
    };

    public static FrontMatter Front(params (string Key, string Value)[] pairs) =>
        new(pairs.ToDictionary(p => p.Key, p => (object?)p.Value));

    /// <summary>An entry as the parser would read it: <c>(ABBR) Long</c> and <c>ABBR: Long</c> give a short name.</summary>
    public static Entry Entry(
        string title, string? reference = null, EntryKind kind = EntryKind.Resource, string? subtitle = null, string? subject = null,
        int? year = null, string[]? authors = null, string[]? tags = null, string? zettel = null, Link[]? related = null, string? admonition = null)
    {
        var (shortName, display) = (default(string), title);
        if (title.StartsWith('(') && title.IndexOf(") ", StringComparison.Ordinal) is var close and > 0)
            (shortName, display) = (title[1..close], title[(close + 2)..]);
        else if (title.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 && title[..colon].Count(c => c == ' ') < 2 && !title.Contains("://", StringComparison.Ordinal))
            (shortName, display) = (title[..colon], title[(colon + 2)..]);
        var arxiv = ArxivId.Find(reference);
        return new()
        {
            Kind = zettel is null ? kind : EntryKind.Zettel,
            At = default,
            EndLine = 0,
            Section = -1,
            Title = title,
            DisplayTitle = display,
            ShortName = shortName,
            Subtitle = subtitle,
            Subject = subject,
            Authors = [.. (authors ?? []).Select(a => new Author(a, a))],
            Year = year ?? arxiv?.Year,
            Reference = reference,
            ReferenceKind = reference is null ? ReferenceKind.None : reference.Contains("://", StringComparison.Ordinal) ? ReferenceKind.Http : ReferenceKind.Local,
            Arxiv = arxiv,
            Doi = Doi.Find(reference) ?? Doi.Find(subject),
            Tags = tags ?? [],
            Zettel = zettel is null ? null : ZettelId.TryParse(zettel),
            Related = related ?? [],
            AdmonitionKind = admonition,
        };
    }

    public static Entry Plain(string title) => Entry(title, kind: EntryKind.Plain) with { ShortName = null, DisplayTitle = title };

    public static Entry Url(string label, string url) => Entry(label, url, EntryKind.Url) with { ShortName = null, DisplayTitle = label };

    public static Link Link(string label, string destination, LinkForm form = LinkForm.Markdown) => new(form, label, destination, new(1, 1, 0, 4));
}
