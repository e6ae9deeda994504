using System.Text.RegularExpressions;
using Lectern.Identifiers;
using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>What the mentions of a work say about it, put together.</summary>
internal static partial class Facts
{
    /// <summary>The mention that says most, written by hand rather than as a bare link; of equals the first.</summary>
    public static Entry Best(Work work)
    {
        if (work.Occurrences is [var only])
            return only.Entry;
        var spelling = work.Known.Select(k => TitleKey.Of(k.Title)).ToHashSet();
        return work.Occurrences.Where(o => o.MakesWork).MaxBy(o => Score(o, spelling))!.Entry;
    }

    /// <summary>
    /// As published: a list that writes <c>BERT: Pre-training of …</c> names the title with its first word, one that
    /// writes <c>(CLIP) Learning …</c> adds the short name itself.
    /// </summary>
    public static string Title(Entry entry)
    {
        var isFirstWord = entry.ShortName is { } name
            && (entry.Title.StartsWith(name + ":", StringComparison.Ordinal) || (entry.Title == name && entry.DisplayTitle != name));
        return isFirstWord ? $"{entry.ShortName}: {entry.DisplayTitle}" : entry.DisplayTitle;
    }

    /// <summary>Null where the title ends with it already.</summary>
    public static string? Subtitle(Entry entry) =>
        entry.Subtitle is { } subtitle && !TitleKey.Of(entry.DisplayTitle).EndsWith(TitleKey.Of(subtitle), StringComparison.Ordinal) ? subtitle : null;

    public static string? Venue(string? subject)
    {
        if (subject is null)
            return null;
        var venue = (subject.Contains("10.", StringComparison.Ordinal) ? DoiTail().Replace(subject, "") : subject).Trim(' ', ',', ';', '.');
        return venue.Length > 0 ? venue : null;
    }

    /// <summary>The venue without the year of one meeting: <c>ICML 2019</c> and <c>ICML 2020</c> are one place.</summary>
    public static string Series(string venue)
    {
        var series = Spaces().Replace(YearWord().Replace(venue, " "), " ").Trim(' ', ',', ';', '.');
        return series.Length > 0 ? series : venue;
    }

    /// <summary>As stated by most mentions, else from the arXiv identifier, else from the venue.</summary>
    public static int? Year(IReadOnlyList<Entry> entries, ArxivId? arxiv, string? venue)
    {
        var stated = entries.Select(StatedYear).OfType<int>().GroupBy(y => y)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        if (stated is not null)
            return stated.Key;
        return arxiv?.Year ?? VenueYear(venue);
    }

    /// <summary>The year an entry writes itself, unlike the one the parser takes from its arXiv identifier.</summary>
    public static int? StatedYear(Entry entry) =>
        entry.Year is { } year && (year != entry.Arxiv?.Year || entry.Attributes.Any(a => a.Key == "year")) ? year : null;

    public static int? VenueYear(string? venue) =>
        venue is not null && YearWord().Match(venue) is { Success: true } match ? int.Parse(match.Value) : null;

    public static ArxivId? Arxiv(Work work, IReadOnlyList<Entry> entries)
    {
        var ids = work.Identifiers.Where(i => i.Kind == IdentifierKind.Arxiv).Select(i => i.Value).Order(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
            return work.Known.Select(k => k.Arxiv).OfType<ArxivId>().MinBy(a => a.Id, StringComparer.Ordinal);
        var version = entries.SelectMany(Written).Where(a => a.Id == ids[0]).Max(a => a.Version);
        return new(ids[0], version);

        static IEnumerable<ArxivId> Written(Entry entry) =>
            entry.Related.Select(l => ArxivId.Find(l.Target)).Append(entry.Arxiv ?? ArxivId.Find(entry.Reference)).OfType<ArxivId>();
    }

    public static Doi? Doi(Work work) =>
        work.Identifiers.Where(i => i.Kind == IdentifierKind.Doi).Select(i => i.Value).Order(StringComparer.Ordinal).FirstOrDefault() is { } doi ? new(doi) : null;

    /// <summary>A page of the work, before arXiv and the resolver of its DOI, before a video, before its program.</summary>
    public static string? Url(IReadOnlyList<Entry> entries, ArxivId? arxiv, Doi? doi)
    {
        var addresses = entries.Where(e => e.ReferenceKind == ReferenceKind.Http).Select(e => e.Reference!)
            .Concat(entries.SelectMany(e => e.Related).Where(l => !l.Malformed && RelatedLinks.IsText(l)).Select(l => l.Target))
            .Where(Address.IsHttp).ToList();
        var page = addresses.FirstOrDefault(a => ArxivId.Find(a) is null && Identifiers.Doi.Find(a) is null && Address.Video(a) is null && !Address.IsCode(a));
        return page ?? arxiv?.AbstractUrl ?? doi?.Url ?? addresses.FirstOrDefault(a => !Address.IsCode(a)) ?? BareLink(entries) ?? addresses.FirstOrDefault();
    }

    public static string? CodeUrl(IReadOnlyList<Entry> entries) =>
        entries.SelectMany(e => e.Related).FirstOrDefault(l => !l.Malformed && RelatedLinks.IsCode(l))?.Target
        ?? entries.FirstOrDefault(e => Address.IsCode(e.Reference))?.Reference;

    public static IReadOnlyList<Link> Related(IReadOnlyList<Entry> entries) =>
        [.. entries.SelectMany(e => e.Related).DistinctBy(l => Address.IsHttp(l.Target) ? Address.Normalize(l.Target) : l.Target)];

    /// <summary>An entry without any reference may have the address on the line below.</summary>
    private static string? BareLink(IReadOnlyList<Entry> entries)
    {
        var links = entries.Where(e => e.ReferenceKind == ReferenceKind.None).SelectMany(e => e.Related)
            .Where(l => l.Form is LinkForm.Bare or LinkForm.Autolink && !Address.IsCode(l.Target) && Address.IsHttp(l.Target)).Take(2).ToList();
        return links.Count == 1 ? links[0].Target : null;
    }

    private static int Score(Occurrence occurrence, HashSet<string> spelling)
    {
        var entry = occurrence.Entry;
        return (entry.Kind is EntryKind.Zettel or EntryKind.Resource ? 2 : 0)
            + (spelling.Overlaps(occurrence.Titles) ? 8 : 0)
            + (entry.ShortName is not null ? 4 : 0)
            + (entry.Subtitle is not null ? 2 : 0)
            + (entry.Authors.Count > 1 ? 4 : entry.Authors.Count)
            + (occurrence.Identifiers.Count > 0 ? 3 : 0)
            + (TitleKey.IsDistinctive(entry.DisplayTitle) ? 2 : 0);
    }

    [GeneratedRegex(@"[,;\s]*(doi\s*:?\s*)?(https?://(dx\.)?doi\.org/)?\b10\.\d{4,9}/\S+", RegexOptions.IgnoreCase)]
    private static partial Regex DoiTail();

    [GeneratedRegex(@"(?<![\d.])(19|20)\d\d(?![\d.:]\d|\d)")]
    private static partial Regex YearWord();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
