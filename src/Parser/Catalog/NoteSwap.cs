using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>
/// The change that happens most: the prose of a note. As long as nothing changes by which other documents know it (its
/// title, tags, sections, names of formulas, the names it asks for) the knowledge base stays, with the new text in it.
/// </summary>
internal static class NoteSwap
{
    /// <summary>Null where more than the prose of notes has changed.</summary>
    /// <param name="documents">By path, as those of <paramref name="previous"/>.</param>
    public static KnowledgeBase? Try(List<Document> documents, KnowledgeBase previous)
    {
        if (documents.Count != previous.Documents.Count)
            return null;
        var changed = new Dictionary<Document, Document>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < documents.Count; i++)
        {
            var (old, now) = (previous.Documents[i], documents[i]);
            if (ReferenceEquals(old, now))
                continue;
            if (!LooksTheSame(old, now) || previous.Diagnostics.Any(d => d.Path == old.Path))
                return null;
            changed.Add(old, now);
        }

        return changed.Count == 0 ? previous : Swap(documents, previous, changed);
    }

    private static bool LooksTheSame(Document a, Document b) =>
        a.Path == b.Path && NoteFinder.IsNote(a) && NoteFinder.IsNote(b)
        && a.Title == b.Title && SameFacts(a.FrontMatter, b.FrontMatter)
        && a.Entries.Count == 0 && b.Entries.Count == 0
        && a.Aliases.SequenceEqual(b.Aliases) && a.Tags.SequenceEqual(b.Tags)
        && a.Sections.Select(Seen).SequenceEqual(b.Sections.Select(Seen))
        && a.Definitions.Select(d => d.Term).SequenceEqual(b.Definitions.Select(d => d.Term))
        && a.Math.Select(m => m.Anchor).OfType<string>().SequenceEqual(b.Math.Select(m => m.Anchor).OfType<string>())
        && Asked(a).SequenceEqual(Asked(b));

    private static bool SameFacts(FrontMatter a, FrontMatter b) =>
        a.Values.Count == b.Values.Count && a.Values.All(pair => pair.Value is string text && b.Text(pair.Key) == text);

    private static (SectionForm, int, string, string, string) Seen(Section section) =>
        (section.Form, section.Level, section.Text, section.Slug, string.Join('#', section.Tags));

    private static IEnumerable<(LinkForm, string)> Asked(Document document) =>
        document.Links.Where(link => link.Form is LinkForm.Article or LinkForm.Zettel).Select(link => (link.Form, link.Label));

    private static KnowledgeBase Swap(List<Document> documents, KnowledgeBase previous, Dictionary<Document, Document> changed)
    {
        var notes = new Dictionary<Note, Note>(ReferenceEqualityComparer.Instance);
        foreach (var note in previous.Notes)
        {
            if (changed.TryGetValue(note.Document, out var now))
                notes.Add(note, note with { Document = now });
        }

        var papers = new Dictionary<Paper, Paper>(ReferenceEqualityComparer.Instance);
        foreach (var paper in previous.Papers)
        {
            if (paper.Note is not null && notes.TryGetValue(paper.Note, out var note))
                papers.Add(paper, paper with { Note = note });
        }

        var occurrences = new Dictionary<Document, Occurrence[]>(previous.Occurrences);
        foreach (var (old, now) in changed)
        {
            occurrences.Remove(old);
            occurrences.Add(now, []);
        }

        return new()
        {
            Documents = documents,
            Papers = With(previous.Papers, papers),
            Notes = With(previous.Notes, notes),
            Authors = Terms(previous.Authors, papers),
            Tags = Terms(previous.Tags, papers),
            Venues = Terms(previous.Venues, papers),
            Years = Terms(previous.Years, papers),
            Timeline = [.. previous.Timeline.Select(r => papers.TryGetValue(r.Paper, out var now) ? r with { Paper = now } : r)],
            Diagnostics = previous.Diagnostics,
            Occurrences = occurrences,
            Lexicon = previous.Lexicon,
            Frame = previous.Frame,
        };
    }

    private static IReadOnlyList<IndexTerm> Terms(IReadOnlyList<IndexTerm> terms, Dictionary<Paper, Paper> papers) =>
        [.. terms.Select(term => With(term.Papers, papers) is var swapped && ReferenceEquals(swapped, term.Papers) ? term : term with { Papers = swapped })];

    /// <summary>The list itself where nothing in it was exchanged.</summary>
    private static IReadOnlyList<T> With<T>(IReadOnlyList<T> items, Dictionary<T, T> exchanged)
        where T : class
    {
        foreach (var item in items)
        {
            if (exchanged.ContainsKey(item))
                return [.. items.Select(i => exchanged.GetValueOrDefault(i, i))];
        }

        return items;
    }
}
