using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>Documents to the knowledge base: occurrences, works, papers, notes, indexes, findings, in this order.</summary>
internal static class CatalogBuilder
{
    public static KnowledgeBase Build(IReadOnlyList<Document> documents, Lexicon lexicon, KnowledgeBase? previous)
    {
        previous = previous?.Lexicon == lexicon ? previous : null;
        var sorted = documents.OrderBy(d => d.Path, StringComparer.Ordinal).ToList();
        if (previous is not null && NoteSwap.Try(sorted, previous) is { } swapped)
            return swapped;
        var byDocument = sorted.Distinct().ToDictionary(d => d, d => Occurrences(d, lexicon, previous));
        var (works, merger) = Merger.Merge(Numbered(sorted, byDocument));
        var spelling = new TagSpelling(sorted);
        var known = new DraftReuse(previous, spelling);
        var drafts = works.AsParallel().AsOrdered().Select(w => known.Find(w) ?? Draft(w, spelling)).ToList();
        var papers = WithIds(drafts);
        var notes = NoteFinder.Find(sorted, papers);
        papers = [.. papers.Select(p => notes.ByPaper.GetValueOrDefault(p.Id) is var note && note != p.Note ? p with { Note = note } : p)];
        var byWork = works.Zip(papers).ToDictionary(pair => pair.First, pair => pair.Second);
        var ordered = papers.OrderBy(p => TitleOrder(p.Title), StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal).ToList();
        return new()
        {
            Documents = sorted,
            Papers = ordered,
            Notes = notes.All,
            Authors = Indexes.Authors(ordered),
            Tags = Indexes.Tags(ordered, spelling),
            Venues = Indexes.Venues(ordered),
            Years = Indexes.Years(ordered),
            Timeline = Indexes.Timeline(ordered),
            Diagnostics = [.. new CrossCheck(sorted, works, byWork, merger).Run(), .. notes.Diagnostics],
            Occurrences = byDocument,
            Lexicon = lexicon,
        };
    }

    private static Occurrence[] Occurrences(Document document, Lexicon lexicon, KnowledgeBase? previous)
    {
        if (previous is not null && previous.Occurrences.TryGetValue(document, out var known))
            return known;
        var inNote = NoteFinder.IsNote(document);
        return [.. document.Entries.Where(e => !LeadsToDocument(e)).OrderBy(e => e.At.Offset).Select(e => new Occurrence(document, e, inNote, lexicon))];
    }

    /// <summary>A Markdown link to a note or list leads on inside the knowledge base; whatever it is called, it mentions no work.</summary>
    private static bool LeadsToDocument(Entry entry) =>
        entry is { Kind: EntryKind.MdLink, ReferenceKind: ReferenceKind.Local, Reference: { } reference }
        && reference.Split('#')[0].EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static List<Occurrence> Numbered(List<Document> documents, Dictionary<Document, Occurrence[]> byDocument)
    {
        var all = new List<Occurrence>(documents.Sum(d => d.Entries.Count));
        foreach (var occurrence in documents.Distinct().SelectMany(d => byDocument[d]))
        {
            occurrence.Order = all.Count;
            all.Add(occurrence);
        }

        return all;
    }

    private static Paper Draft(Work work, TagSpelling spelling)
    {
        var entries = work.Occurrences.Select(o => o.Entry).ToList();
        var best = Facts.Best(work);
        var title = Facts.Title(best);
        var reasons = new Reasons(work);
        var authors = entries.MaxBy(e => e.Authors.Count)!;
        var arxiv = Facts.Arxiv(work, entries);
        var doi = Facts.Doi(work);
        var venue = Facts.Venue(best.Subject ?? entries.Select(e => e.Subject).FirstOrDefault(s => s is not null));
        var shortName = best.ShortName ?? entries.Select(e => e.ShortName).FirstOrDefault(s => s is not null)
            ?? work.Known.Select(k => k.ShortName).FirstOrDefault(s => s is not null);
        var id = Slugs.Paper(shortName, title);
        return new()
        {
            Id = id,
            BaseId = id,
            Title = title,
            ShortName = TitleKey.Of(shortName) == TitleKey.Of(title) ? null : shortName,
            Subtitle = Facts.Subtitle(best),
            Venue = venue,
            Authors = [.. People.Of(authors)],
            MoreAuthors = authors.MoreAuthors,
            Year = Facts.Year(entries, arxiv, venue),
            Arxiv = arxiv,
            Doi = doi,
            Url = Facts.Url(entries, arxiv, doi),
            CodeUrl = Facts.CodeUrl(entries),
            Tags = spelling.Unite([.. work.Occurrences.OrderByDescending(o => o.MakesWork).Select(o => o.Entry)]),
            Mentions = [.. work.Occurrences.Select(o => new Mention(o.Document, o.Entry, reasons.For(o)))],
            Related = Facts.Related(entries),
        };
    }

    /// <summary>
    /// Equal names are numbered by what the works are, not by where they are listed, so that moving a list does not
    /// rename pages.
    /// </summary>
    private static List<Paper> WithIds(List<Paper> drafts)
    {
        var order = Enumerable.Range(0, drafts.Count)
            .OrderBy(i => drafts[i].Id, StringComparer.Ordinal)
            .ThenBy(i => drafts[i].Arxiv is null).ThenBy(i => drafts[i].Arxiv?.Id, StringComparer.Ordinal)
            .ThenBy(i => TitleKey.Of(drafts[i].Title + drafts[i].Subtitle), StringComparer.Ordinal).ThenBy(i => i).ToList();
        var ids = Slugs.Distinct([.. order.Select(i => drafts[i].Id)]);
        var papers = new Paper[drafts.Count];
        for (var i = 0; i < order.Count; i++)
            papers[order[i]] = drafts[order[i]].Id == ids[i] ? drafts[order[i]] : drafts[order[i]] with { Id = ids[i] };
        return [.. papers];
    }

    private static string TitleOrder(string title) => Slugs.Of(title) is { Length: > 0 } slug ? slug : title;
}
