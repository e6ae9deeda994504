using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>An entry with everything it can be recognised by.</summary>
internal sealed class Occurrence
{
    public Occurrence(Document document, Entry entry, bool inNote, Lexicon lexicon)
    {
        (Document, Entry) = (document, entry);
        MakesWork = !inNote && entry.Kind is not (EntryKind.Plain or EntryKind.Url);
        Identifiers = Identifier.Of(entry);
        var hasTitle = !Address.IsHttp(entry.Title.Trim()) && TitleKey.Of(entry.DisplayTitle).Length > 0;
        if (!hasTitle)
            return;
        (Titles, Short) = NameKeys(entry);
        Known = Recognise(entry, lexicon);
    }

    public Document Document { get; }

    public Entry Entry { get; }

    /// <summary>Position among all entries of all documents of the build that runs.</summary>
    public int Order { get; set; }

    /// <summary>A bare name, a bare address and an entry inside a note only mention works that others make.</summary>
    public bool MakesWork { get; }

    public IReadOnlyList<Identifier> Identifiers { get; }

    /// <summary>Keys of the title, with and without its short name and subtitle.</summary>
    public IReadOnlyList<string> Titles { get; } = [];

    /// <summary>Key of the short name.</summary>
    public string? Short { get; }

    public LexiconWork? Known { get; }

    public string Place => $"{Document.Path}:{Entry.At.Line}";

    /// <summary>
    /// The same title is written <c>(ABBR) Long</c>, <c>ABBR: Long</c>, <c>ABBR</c> with the subtitle <c>Long</c>, or
    /// <c>Long</c>: all of them share a key.
    /// </summary>
    private static (List<string> Titles, string? Short) NameKeys(Entry entry)
    {
        var keys = new List<string>();
        // "Seals: A Survey" is not every survey.
        if (entry.ShortName is null || TitleKey.IsDistinctive(entry.DisplayTitle))
            keys.Add(TitleKey.Of(entry.DisplayTitle));
        var shortName = entry.ShortName;
        if (shortName is null && entry.Subtitle is not null && entry.DisplayTitle.Count(c => c == ' ') < 3)
            shortName = entry.DisplayTitle;
        if (entry.ShortName is not null)
            keys.Add(TitleKey.Of(entry.ShortName + entry.DisplayTitle));
        if (TitleKey.AfterAbbreviation(entry.DisplayTitle, entry.ShortName) is { } tail && TitleKey.IsDistinctive(tail))
            keys.Add(TitleKey.Of(tail));
        if (entry.Subtitle is { } subtitle)
        {
            keys.Add(TitleKey.Of(entry.DisplayTitle + subtitle));
            if (entry.ShortName is not null)
                keys.Add(TitleKey.Of(entry.ShortName + entry.DisplayTitle + subtitle));
            if (TitleKey.IsDistinctive(subtitle))
                keys.Add(TitleKey.Of(subtitle));
        }

        keys.RemoveAll(k => k.Length == 0);
        return (keys, TitleKey.Of(shortName) is { Length: > 0 } key ? key : null);
    }

    /// <summary>By identifier, else by the whole title: a short name alone may be that of another work.</summary>
    private LexiconWork? Recognise(Entry entry, Lexicon lexicon)
    {
        foreach (var id in Identifiers)
        {
            if (id.Kind == IdentifierKind.Arxiv)
                return lexicon.Find(new Identifiers.ArxivId(id.Value, null));
        }

        if (entry.Subtitle is { } subtitle)
            return lexicon.Find($"{entry.DisplayTitle}: {subtitle}") ?? (TitleKey.IsDistinctive(subtitle) ? lexicon.Find(subtitle) : null);
        if (entry.Kind is EntryKind.Plain && lexicon.TryMatchStart(entry.Title, out var work))
            return work;
        return lexicon.Find(entry.Title) ?? lexicon.Find($"{entry.ShortName}: {entry.DisplayTitle}") ?? lexicon.Find(entry.DisplayTitle);
    }
}
