using System.Collections.Concurrent;
using Lectern.Catalog;
using Lectern.Model;
using Lectern.Site.Pages;

namespace Lectern.Site.Links;

/// <summary>Where the links of the sources lead: an outside URL, a path of this site, or nowhere.</summary>
public sealed class LinkResolver
{
    private readonly SiteMap _map;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Document, string Title), string> _entries = [];
    private readonly Dictionary<string, string> _zettels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Document> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Document, HashSet<string>> _anchors = new(ReferenceEqualityComparer.Instance);

    public LinkResolver(KnowledgeBase knowledge, SiteMap map)
    {
        _map = map;
        foreach (var document in knowledge.Documents)
            _documents.TryAdd(document.Path, document);
        foreach (var note in knowledge.Notes)
            Name(note.Title, map.Of(note.Document));
        foreach (var document in knowledge.Documents)
        {
            Name(document.Title, map.Of(document));
            foreach (var alias in document.Aliases)
                Name(alias, map.Of(document));
        }

        foreach (var paper in knowledge.Papers)
            Add(paper);
    }

    public Document? Find(string path) => _documents.GetValueOrDefault(path);

    /// <summary>An outside URL as it is; a path from the root of the site; null for what is only a name here.</summary>
    public string? Resolve(Document document, LinkForm form, string label, string destination)
    {
        switch (form)
        {
            case LinkForm.Tag:
                return _map.Of(TermKind.Tag, label);
            case LinkForm.Article:
                return _names.GetValueOrDefault(Fold(label.Length > 0 ? label : destination));
            case LinkForm.Zettel:
                return _zettels.GetValueOrDefault(destination) ?? _zettels.GetValueOrDefault(label);
        }

        if (SafeUrl.External(destination) is { } url)
            return url;
        if (destination.StartsWith('#'))
            return destination.Length > 1 ? OwnSection(document, destination[1..]) : Entry(document, label) ?? _names.GetValueOrDefault(Fold(label));
        return ToDocument(document, destination) ?? Entry(document, label);
    }

    /// <summary>The page of the document that a relative path means.</summary>
    private string? ToDocument(Document from, string destination)
    {
        var hash = destination.IndexOf('#');
        var path = SourcePath.Combine(from.Path, hash < 0 ? destination : destination[..hash]);
        if (path is null || _map.OfDocument(path) is not { } page)
            return null;
        return hash >= 0 && _documents.TryGetValue(path, out var target) && HasSection(target, destination[(hash + 1)..])
            ? page + destination[hash..]
            : page;
    }

    private string? OwnSection(Document document, string anchor) =>
        HasSection(document, anchor) && _map.Of(document) is { } page ? $"{page}#{anchor}" : null;

    private bool HasSection(Document document, string anchor) => _anchors.GetOrAdd(
        document,
        static d => [.. d.Sections.Where(s => s.Form is SectionForm.Atx or SectionForm.Bold).Select(s => s.Slug), .. d.Math.Select(f => f.Anchor).OfType<string>()]).Contains(anchor);

    private string? Entry(Document document, string label) => _entries.GetValueOrDefault((document.Path, label));

    private void Add(Paper paper)
    {
        var path = _map.Of(paper);
        Name(paper.ShortName, path);
        Name(paper.Title, path);
        foreach (var (document, entry, _) in paper.Mentions)
        {
            _entries.TryAdd((document.Path, entry.Title), path);
            if (entry.Zettel is { } zettel)
                _zettels.TryAdd(zettel.Text, path);
        }
    }

    private void Name(string? name, string? path)
    {
        if (!string.IsNullOrWhiteSpace(name) && path is not null)
            _names.TryAdd(Fold(name), path);
    }

    private static string Fold(string name) => string.Create(name.Length, name, static (folded, name) =>
    {
        for (var i = 0; i < name.Length; i++)
            folded[i] = name[i] is '_' or '-' ? ' ' : char.ToLowerInvariant(name[i]);
    });
}
