using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>Why each entry of a work was taken for that work, as a sentence that names the entry it was compared with.</summary>
internal sealed class Reasons
{
    // The two earliest entries for each key: an entry is explained by another one, never by itself.
    private readonly Dictionary<object, (Occurrence First, Occurrence? Second)> _byKey = [];
    private readonly Occurrence _anchor;

    public Reasons(Work work)
    {
        _anchor = work.Occurrences.First(o => o.MakesWork);
        if (work.Occurrences.Count == 1)
            return;
        foreach (var occurrence in work.Occurrences.Where(o => o.MakesWork))
        {
            foreach (var key in Keys(occurrence))
                _byKey[key] = _byKey.TryGetValue(key, out var seen) ? (seen.First, seen.Second ?? occurrence) : (occurrence, null);
        }
    }

    public string For(Occurrence occurrence)
    {
        if (occurrence == _anchor)
            return "first mention";
        foreach (var id in occurrence.Identifiers)
        {
            if (Other(id, occurrence) is { } same)
                return $"same {id} as {same.Place}";
        }

        var title = occurrence.Entry.Kind == EntryKind.Url ? "label" : "title";
        foreach (var key in occurrence.Titles)
        {
            if (Other(new TitleOf(key), occurrence) is { } same)
            {
                return occurrence.Short is not null && occurrence.Short == same.Short
                    ? $"{title} and short name equal those of {same.Place}"
                    : $"{title} equals that of {same.Place}";
            }
        }

        foreach (var key in occurrence.Titles)
        {
            if (Other(new ShortOf(key), occurrence) is { } named)
                return $"{title} equals the short name of {named.Place}";
        }

        if (occurrence.Short is { } shortName && Other(new TitleOf(shortName), occurrence) is { } titled)
            return $"short name equals the title of {titled.Place}";
        if (occurrence.Known is { } known && Other(known, occurrence) is { } listed)
            return $"“{occurrence.Entry.Title.Trim()}” is a known name of “{known.Title}”, like the title of {listed.Place}";
        return $"joined to {_anchor.Place} by another mention";
    }

    private Occurrence? Other(object key, Occurrence self) =>
        !_byKey.TryGetValue(key, out var seen) ? null : seen.First != self ? seen.First : seen.Second;

    private static IEnumerable<object> Keys(Occurrence occurrence)
    {
        foreach (var id in occurrence.Identifiers)
            yield return id;
        foreach (var title in occurrence.Titles)
            yield return new TitleOf(title);
        if (occurrence.Short is { } name)
            yield return new ShortOf(name);
        if (occurrence.Known is { } known)
            yield return known;
    }

    private sealed record TitleOf(string Key);

    private sealed record ShortOf(string Key);
}
