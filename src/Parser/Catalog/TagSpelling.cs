using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>Each tag under the spelling that entries write most often; of equals the one written first.</summary>
internal sealed class TagSpelling
{
    private readonly Dictionary<string, string> _bySlug;

    public TagSpelling(IReadOnlyList<Document> documents) =>
        _bySlug = documents.SelectMany(d => d.Entries).SelectMany(e => e.Tags)
            .Concat(documents.SelectMany(d => d.Sections).SelectMany(s => s.Tags))
            .Concat(documents.SelectMany(d => d.Tags))
            .GroupBy(Slugs.Tag, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.GroupBy(t => t, StringComparer.Ordinal).MaxBy(s => s.Count())!.Key, StringComparer.Ordinal);

    public string Of(string tag) => _bySlug.GetValueOrDefault(Slugs.Tag(tag), tag);

    /// <summary>The tags of all entries, own before inherited, each once.</summary>
    public IReadOnlyList<string> Unite(IReadOnlyList<Entry> entries) =>
        [.. entries.SelectMany(e => e.Tags).Concat(entries.SelectMany(e => e.InheritedTags.Reverse()))
            .DistinctBy(Slugs.Tag, StringComparer.Ordinal).Select(Of)];
}
