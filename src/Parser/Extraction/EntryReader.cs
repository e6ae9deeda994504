using Lectern.Forms.BareUrls;
using Lectern.Forms.Images;
using Lectern.Forms.Links;
using Lectern.Forms.Resources;
using Lectern.Forms.TagGroups;
using Lectern.Identifiers;
using Lectern.Model;
using Lectern.Notation;
using Markdig.Syntax.Inlines;

namespace Lectern.Extraction;

/// <summary>Where a line stands decides what may be an entry there.</summary>
internal enum LinePlace
{
    Item,
    Paragraph,
    Zettel,
    Admonition,
}

/// <summary>Reads one line as an entry; null where it is prose.</summary>
internal sealed class EntryReader(NotationContext context, OutlineReader outline)
{
    private const int MaximumPlainLength = 400;

    private int _start;

    /// <param name="start">Where the entry begins: before the line where a mark belongs to it.</param>
    public Entry? Read(LineView line, LinePlace place, int? start = null)
    {
        _start = start ?? line.Start;
        var first = FirstWord(line);
        return first switch
        {
            null => null,
            ResourceInline resource => Resource(line, resource),
            LabelledLink link when IsUrl(link.Label) || (link.Label.Length == 0 && link.Destination.Length > 0) => Single(line, first) ? Url(line, link.Destination, link.Destination) : null,
            LabelledLink link when !link.Destination.StartsWith('#') => Link(line, link),
            BareUrlInline url => Single(line, first) ? Url(line, url.Url, url.Url) : null,
            AutolinkInline url => Single(line, first) ? Url(line, url.Url, url.Url) : null,
            LiteralInline => Text(line, place),
            _ => null,
        };
    }

    /// <summary>A link that ends a sentence and leads to a paper is an entry as well, named by its label.</summary>
    public Entry? ReadClosingLink(LineView line)
    {
        _start = line.Start;
        var links = line.Content.OfType<LabelledLink>().ToList();
        if (links.Count != 1 || links[0].Span.End + 1 < line.End - 1)
            return null;
        var url = links[0].Destination;
        var isPaper = url.StartsWith("http", StringComparison.Ordinal)
            && (ArxivId.Find(url) is not null || Doi.Find(url) is not null || url.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase));
        return isPaper ? Link(line, links[0]) with { Trailing = null } : null;
    }

    private Entry Resource(LineView line, ResourceInline resource)
    {
        var parts = TitleParts.Of(resource.Title);
        var (authors, more, titleEnd) = Authors(resource);
        var reference = resource.Last("ref") ?? resource.Last("src");
        var subject = resource.Last("subject") ?? resource.Last("publisher");
        var arxiv = ArxivId.Find(reference) ?? ArxivId.Find(resource.Last("arxiv") is { } id ? $"arXiv:{id}" : null);
        return New(line) with
        {
            Kind = EntryKind.Resource,
            Title = resource.Title,
            DisplayTitle = titleEnd is null ? parts.Title : $"{parts.Title} by {titleEnd}",
            ShortName = parts.ShortName,
            Subtitle = resource.Last("subtitle"),
            Subject = subject,
            Authors = authors,
            MoreAuthors = more,
            Year = Year(resource.Last("year")) ?? arxiv?.Year ?? YearIn(subject),
            Reference = reference,
            ReferenceKind = KindOf(reference),
            Resource = resource.Last("resource"),
            Arxiv = arxiv,
            Doi = DoiOf(resource.Last("doi") ?? reference) ?? DoiOf(subject),
            Attributes = resource.Pairs,
            Trailing = After(line, resource),
            Related = Others(line, resource),
        };
    }

    private (List<Author> Authors, bool More, string? TitleEnd) Authors(ResourceInline resource)
    {
        var authors = new List<Author>();
        var more = false;
        string? titleEnd = null;
        foreach (var (key, value) in resource.Pairs)
        {
            if (!ResourceBody.IsAuthor(key) || value.Length == 0)
                continue;
            var name = value;
            var dash = value.IndexOf(" - ", StringComparison.Ordinal);
            if (dash > 0)
            {
                titleEnd = value[..dash].Trim();
                name = value[(dash + 3)..].Trim();
                context.Report(
                    DiagnosticCodes.AuthorHoldsTitle, resource.Span.Start, resource.Span.Length,
                    $"the author field holds the end of the title: \"{titleEnd}\"", "the whole title between the brackets", $"author={name}");
            }

            if (key == "authors" || name.Contains(" and ") || name.Contains("et al"))
            {
                var (list, etAl) = AuthorNames.Split(name);
                authors.AddRange(list);
                more |= etAl;
            }
            else
            {
                authors.Add(AuthorNames.Of(name) with { Verbatim = value });
            }
        }

        return (authors, more, titleEnd);
    }

    private Entry Link(LineView line, LabelledLink link)
    {
        var local = KindOf(link.Destination) == ReferenceKind.Local;
        var (title, subtitle, authorList) = context.Dialect == Dialect.Zortex ? TitleParts.OfLabel(link.Label, hasAuthors: local) : (link.Label, null, null);
        var parts = TitleParts.Of(subtitle is null ? title : $"{title}: {subtitle}");
        var (authors, more) = authorList is null ? ([], false) : AuthorNames.Split(authorList);
        ReportUnclearAuthors(link, authors);
        var arxiv = ArxivId.Find(link.Resolved ?? link.Destination);
        return New(line) with
        {
            Kind = EntryKind.MdLink,
            Title = title,
            DisplayTitle = parts.Title,
            ShortName = parts.ShortName,
            Subtitle = subtitle,
            Authors = authors,
            MoreAuthors = more,
            Year = arxiv?.Year,
            Reference = link.Destination.Length > 0 ? link.Destination : null,
            ReferenceKind = KindOf(link.Destination),
            Arxiv = arxiv,
            Doi = DoiOf(link.Destination),
            Trailing = After(line, link),
            Related = Others(line, link),
        };
    }

    private Entry Url(LineView line, string url, string title)
    {
        var target = LinkDestination.Repair(url) ?? url;
        var arxiv = ArxivId.Find(target);
        return New(line) with
        {
            Kind = EntryKind.Url,
            Title = title,
            DisplayTitle = title,
            Year = arxiv?.Year,
            Reference = url,
            ReferenceKind = ReferenceKind.Http,
            Arxiv = arxiv,
            Doi = DoiOf(target),
        };
    }

    private Entry? Text(LineView line, LinePlace place)
    {
        if (context.Dialect == Dialect.Zortex && place != LinePlace.Zettel && LabelledUrl(line) is { } labelled)
            return labelled;
        var source = context.Source.Text.AsSpan(line.Start, line.End - line.Start);
        if (place == LinePlace.Item && QuotedTitle.Read(source) is { } quoted)
            return Quoted(line, quoted);
        if (place == LinePlace.Zettel)
            return New(line) with { Kind = EntryKind.Zettel, Title = InlineText.Of(line.Content), DisplayTitle = InlineText.Of(line.Content) };
        return Known(line, place, source);
    }

    /// <summary>F14. <c>Label: https://…</c></summary>
    private Entry? LabelledUrl(LineView line)
    {
        if (line.Content is not [LiteralInline literal, BareUrlInline or AutolinkInline])
            return null;
        var label = literal.Content.AsSpan().Trim();
        if (!label.EndsWith(":") || label.Length < 2)
            return null;
        var url = line.Content[1] is BareUrlInline bare ? bare.Url : ((AutolinkInline)line.Content[1]).Url;
        return Url(line, url, label[..^1].Trim().ToString());
    }

    private Entry Quoted(LineView line, QuotedTitle quoted)
    {
        if (quoted.Mixed)
            context.Report(DiagnosticCodes.QuotationMarksMixed, line.Start, quoted.Title.Length + 2, $"the quotation marks around \"{quoted.Title}\" differ", "one kind of quotation marks");
        var (authors, more) = quoted.Authors is null ? ([], false) : AuthorNames.Split(quoted.Authors);
        var parts = TitleParts.Of(quoted.Title);
        var remark = RemarkOf(line);
        return New(line) with
        {
            Kind = EntryKind.Quoted,
            Title = quoted.Title,
            DisplayTitle = parts.Title,
            ShortName = parts.ShortName,
            Authors = authors.Count > 0 ? authors : AuthorIn(remark),
            MoreAuthors = more,
            Year = quoted.Year,
            Remark = remark,
            Trailing = remark is null && quoted.Rest.Length > 0 ? quoted.Rest : null,
        };
    }

    /// <summary>F56, F57. Only a title that is known can be told from a thought.</summary>
    private Entry? Known(LineView line, LinePlace place, ReadOnlySpan<char> source)
    {
        if (source.Length > MaximumPlainLength && place == LinePlace.Paragraph)
            return null;
        var remark = place == LinePlace.Item ? RemarkOf(line) : null;
        var text = remark is null ? source.TrimEnd() : source[..source.IndexOf('`')].TrimEnd();
        var length = context.KnownTitle(text);
        if (length == 0 || (place == LinePlace.Paragraph && (length < text.Length || context.Dialect != Dialect.Zortex)))
            return null;
        var title = text[..length].ToString();
        var parts = TitleParts.Of(title);
        return New(line) with
        {
            Kind = remark is null ? EntryKind.Plain : EntryKind.Titled,
            Title = title,
            DisplayTitle = parts.Title,
            ShortName = parts.ShortName,
            Authors = AuthorIn(remark),
            Remark = remark,
            Trailing = length < text.Length ? text[length..].Trim().ToString() : null,
        };
    }

    /// <summary>An entry of which nothing is known but its place and a name.</summary>
    public Entry Untitled(SourceRange at, string name, IReadOnlyList<string>? tags = null) => new()
    {
        Kind = EntryKind.Plain,
        At = at,
        EndLine = at.Line,
        Section = outline.Current,
        Title = name,
        DisplayTitle = name,
        Tags = tags ?? [],
        InheritedTags = outline.InheritedTags,
    };

    private Entry New(LineView line) => Untitled(context.Range(_start, line.End - _start), "", line.Tags);

    private static Inline? FirstWord(LineView line)
    {
        foreach (var inline in line.Content)
        {
            if (inline is not ImageInline && !IsBlank(inline))
                return inline;
        }

        return null;
    }

    private void ReportUnclearAuthors(LabelledLink link, List<Author> authors)
    {
        if (authors is [{ Name: var name }] && name.Contains(' ') && link.Destination.Contains(name.Replace(' ', '-'), StringComparison.Ordinal))
            context.Report(DiagnosticCodes.AuthorListUnclear, link.Span.Start, link.Span.Length, $"\"{name}\" may be more than one author", "names separated by commas", name.Replace(" ", ", ", StringComparison.Ordinal));
    }

    private string? After(LineView line, Inline inline)
    {
        var end = line.Content[^1] is TagGroupInline tags && tags != inline ? tags.Span.Start : line.End;
        var text = context.Source.Text.AsSpan(inline.Span.End + 1, Math.Max(0, end - inline.Span.End - 1)).Trim();
        return text.IsEmpty ? null : text.ToString();
    }

    private List<Link> Others(LineView line, Inline entry) =>
        [.. line.Content.Where(inline => inline != entry).Select(inline => LinkReader.Of(inline, context)).OfType<Link>().Where(link => link.Form is not (LinkForm.Image or LinkForm.HtmlImage or LinkForm.Article))];

    private static string? RemarkOf(LineView line) =>
        line.Content.LastOrDefault(inline => !IsBlank(inline)) is CodeInline code && line.Content.Count > 1 ? code.Content : null;

    /// <summary>A remark <c>By X; …</c> names the author.</summary>
    private static IReadOnlyList<Author> AuthorIn(string? remark)
    {
        if (remark is null || !remark.StartsWith("By ", StringComparison.OrdinalIgnoreCase))
            return [];
        var end = remark.IndexOf(';');
        return AuthorNames.Split(end < 0 ? remark[3..] : remark[3..end]).Authors;
    }

    private static Doi? DoiOf(string? text) => Doi.Find(text) is { } doi && !doi.Id.StartsWith("10.48550/arxiv", StringComparison.Ordinal) ? doi : null;

    private static int? Year(string? text) => int.TryParse(text, out var year) && year is > 1000 and < 3000 ? year : null;

    private static int? YearIn(string? subject)
    {
        if (subject is null)
            return null;
        foreach (var word in subject.Split(' ', ',', '(', ')', '.', ';', ':'))
        {
            if (word.Length == 4 && Year(word) is { } year)
                return year;
        }

        return null;
    }

    private static bool Single(LineView line, Inline inline)
    {
        foreach (var other in line.Content)
        {
            if (other != inline && !IsBlank(other))
                return false;
        }

        return true;
    }

    private static bool IsBlank(Inline inline) => inline is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace();

    private static bool IsUrl(string text) => text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal);

    private static ReferenceKind KindOf(string? reference) =>
        string.IsNullOrEmpty(reference) || reference.StartsWith('#') ? ReferenceKind.None : IsUrl(reference) ? ReferenceKind.Http : ReferenceKind.Local;
}
