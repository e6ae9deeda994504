using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>Each tag under the spelling that entries write most often; of equals the one written first.</summary>
internal sealed class TagSpelling
{
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);

    public TagSpelling(IReadOnlyList<Document> documents)
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tag in documents.SelectMany(d => d.Entries).SelectMany(e => e.Tags)
            .Concat(documents.SelectMany(d => d.Sections).SelectMany(s => s.Tags)).Concat(documents.SelectMany(d => d.Tags)))
            uses[tag] = uses.GetValueOrDefault(tag) + 1;
        foreach (var tag in uses.GroupBy(u => Slugs.Tag(u.Key), StringComparer.Ordinal))
        {
            var shown = tag.MaxBy(u => u.Value).Key;
            foreach (var (spelling, _) in tag)
                _shown[spelling] = shown;
        }
    }

    public string Of(string tag) => _shown.GetValueOrDefault(tag, tag);

    /// <summary>The tags of all entries, own before inherited, each once.</summary>
    public IReadOnlyList<string> Unite(IReadOnlyList<Entry> entries)
    {
        var tags = new List<string>();
        foreach (var entry in entries)
        {
            foreach (var tag in entry.Tags)
                Add(tag);
        }

        foreach (var entry in entries)
        {
            for (var i = entry.InheritedTags.Count - 1; i >= 0; i--)
                Add(entry.InheritedTags[i]);
        }

        return tags;

        void Add(string tag)
        {
            if (Of(tag) is var name && !tags.Contains(name))
                tags.Add(name);
        }
    }
}
