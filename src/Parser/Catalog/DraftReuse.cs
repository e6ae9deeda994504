namespace Lectern.Catalog;

/// <summary>Papers of the last build whose entries are the same objects: every fact but the identifier and the note follows from them.</summary>
internal sealed class DraftReuse
{
    private readonly Dictionary<Model.Entry, Paper> _byFirstEntry;
    private readonly TagSpelling _spelling;

    public DraftReuse(KnowledgeBase? previous, TagSpelling spelling)
    {
        _spelling = spelling;
        _byFirstEntry = new(ReferenceEqualityComparer.Instance);
        foreach (var paper in previous?.Papers ?? [])
            _byFirstEntry.TryAdd(paper.Mentions[0].Entry, paper);
    }

    public Paper? Find(Work work)
    {
        if (!_byFirstEntry.TryGetValue(work.Occurrences[0].Entry, out var paper) || paper.Mentions.Count != work.Occurrences.Count)
            return null;
        for (var i = 0; i < paper.Mentions.Count; i++)
        {
            if (!ReferenceEquals(paper.Mentions[i].Entry, work.Occurrences[i].Entry) || !ReferenceEquals(paper.Mentions[i].Document, work.Occurrences[i].Document))
                return null;
        }

        foreach (var tag in paper.Tags)
        {
            if (_spelling.Of(tag) != tag)
                return null;
        }

        return paper.Id == paper.BaseId ? paper : paper with { Id = paper.BaseId };
    }
}
