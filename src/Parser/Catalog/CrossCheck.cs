using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>Findings that need more than one entry. Each points at the later place and names the earlier one.</summary>
internal sealed class CrossCheck(
    IReadOnlyList<Document> documents, IReadOnlyList<Work> works, IReadOnlyDictionary<Work, Paper> papers, Merger merger)
{
    public IReadOnlyList<Diagnostic> Run() =>
        [.. Retitled().Concat(TitlesTwice()).Concat(Years()).Concat(AuthorSpellings()).Concat(ZettelsTwice())
            .Concat(new ReferenceCheck(documents, papers.Values).Run())
            .OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.At.Offset).ThenBy(d => d.Code.Id, StringComparer.Ordinal)];

    private IEnumerable<Diagnostic> Retitled()
    {
        foreach (var work in works.Where(w => w.Occurrences.Count > 1))
        {
            var seen = new Dictionary<Identifier, List<Occurrence>>();
            foreach (var occurrence in work.Occurrences.Where(o => o.MakesWork && o.Titles.Count > 0))
            {
                foreach (var id in occurrence.Identifiers.Where(i => i.IsExclusive))
                {
                    if (!seen.TryGetValue(id, out var earlier))
                        seen[id] = earlier = [];
                    if (earlier.Count > 0 && !earlier.Exists(e => IsSameName(e, occurrence)))
                        yield return At(DiagnosticCodes.SameIdentifierOtherTitle, occurrence,
                            $"{id} is titled '{Title(occurrence)}' here and '{Title(earlier[0])}' in {earlier[0].Place}",
                            "one title for one identifier", Title(earlier[0]));
                    if (earlier.Count < 8)
                        earlier.Add(occurrence);
                }
            }
        }
    }

    private static bool IsSameName(Occurrence a, Occurrence b) =>
        a.Titles.Any(b.Titles.Contains)
        || (a.Short is not null && (a.Short == b.Short || b.Titles.Contains(a.Short)))
        || (b.Short is not null && a.Titles.Contains(b.Short))
        || IsKnownName(a) && IsKnownName(b);

    /// <summary>The lexicon lists the title itself, not only the identifier.</summary>
    private static bool IsKnownName(Occurrence o) =>
        o.Known is { } known && known.Names.Any(n => o.Titles.Contains(TitleKey.Of(n)) || (TitleKey.AfterAbbreviation(n, known.ShortName) is { } tail && o.Titles.Contains(TitleKey.Of(tail))));

    private IEnumerable<Diagnostic> TitlesTwice()
    {
        foreach (var (first, second, here, there) in merger.Namesakes.Where(n => n.First.Root != n.Second.Root))
        {
            var one = (Id: here, Place: first.Occurrences.First(o => o.Identifiers.Contains(here)));
            var other = (Id: there, Place: second.Occurrences.First(o => o.Identifiers.Contains(there)));
            var (earlier, later) = one.Place.Order < other.Place.Order ? (one, other) : (other, one);
            yield return At(DiagnosticCodes.SameTitleOtherIdentifier, later.Place,
                $"'{Title(later.Place)}' has the {later.Id} here and the {earlier.Id} in {earlier.Place.Place}",
                "the same identifier for the same title, or two titles");
        }
    }

    private IEnumerable<Diagnostic> Years()
    {
        var venueYears = new Memo<int?>(Facts.VenueYear);
        foreach (var (work, occurrence) in works.SelectMany(w => w.Occurrences.Select(o => (w, o))))
        {
            var entry = occurrence.Entry;
            if (papers[work].Arxiv is not { } arxiv)
                continue;
            if (Facts.StatedYear(entry) is { } stated && (stated < arxiv.Year || stated > arxiv.Year + 2))
                yield return At(DiagnosticCodes.YearMismatch, occurrence,
                    $"the year is given as {stated}, but arXiv {arxiv.Id} was submitted in {arxiv.Year}", $"a year from {arxiv.Year} on", $"{arxiv.Year}");
            else if (entry.Subject is { } subject && venueYears[subject] is { } met && met < arxiv.Year)
                yield return At(DiagnosticCodes.YearMismatch, occurrence,
                    $"'{entry.Subject}' was before arXiv {arxiv.Id} was submitted in {arxiv.Year}", $"a venue of {arxiv.Year} or later");
        }
    }

    private IEnumerable<Diagnostic> AuthorSpellings()
    {
        var names = new Memo<string>(People.Normalize);
        var uses = new Dictionary<string, (int Count, Occurrence First)>(StringComparer.Ordinal);
        foreach (var occurrence in works.SelectMany(w => w.Occurrences))
        {
            foreach (var author in occurrence.Entry.Authors)
            {
                var name = names[author.Name];
                uses[name] = uses.TryGetValue(name, out var known) ? (known.Count + 1, known.First) : (1, occurrence);
            }
        }

        foreach (var person in uses.GroupBy(u => AuthorKey(u.Key), StringComparer.Ordinal).Where(p => p.Skip(1).Any()))
        {
            var spellings = person.OrderByDescending(s => s.Value.Count).ThenBy(s => s.Value.First.Order).ToList();
            foreach (var (name, (_, place)) in spellings.Skip(1))
            {
                yield return At(DiagnosticCodes.AuthorSpelledTwice, place,
                    $"'{name}' is written '{spellings[0].Key}' in {spellings[0].Value.First.Place}", "one spelling of a name", spellings[0].Key);
            }
        }
    }

    /// <summary>Letters alone: spacing, hyphens and dots are not spelled with.</summary>
    private static string AuthorKey(string name) => TitleKey.Of(name) is { Length: > 0 } key ? key : name;

    private IEnumerable<Diagnostic> ZettelsTwice()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var entry in document.Entries.Where(e => e.Zettel is not null))
            {
                var id = entry.Zettel!.Text;
                var place = $"{document.Path}:{entry.At.Line}";
                if (!seen.TryAdd(id, place))
                    yield return new(DiagnosticCodes.DuplicateZettel, document.Path, entry.At,
                        $"[{id}] is already the identifier of {seen[id]}", "five other digits at the end");
            }
        }
    }

    private static Diagnostic At(DiagnosticCode code, Occurrence place, string message, string? expected = null, string? suggestion = null) =>
        new(code, place.Document.Path, place.Entry.At, message, expected, suggestion);

    private static string Title(Occurrence occurrence) =>
        occurrence.Entry.Subtitle is { } subtitle ? $"{occurrence.Entry.Title}: {subtitle}" : occurrence.Entry.Title;
}
