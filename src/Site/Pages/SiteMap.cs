using Lectern.Catalog;
using Lectern.Model;

namespace Lectern.Site.Pages;

/// <summary>Which page stands where. Paths are relative to the root of the site and name files.</summary>
public sealed class SiteMap
{
    public const string Home = "index.html";
    public const string Search = "search.html";
    public const string Papers = "papers/index.html";
    public const string Notes = "notes/index.html";
    public const string Lists = "lists/index.html";
    public const string Timeline = "timeline/index.html";
    public const string Map = "map/index.html";
    public const string Findings = "findings/index.html";
    public const string NotFound = "404.html";

    private readonly Dictionary<Paper, string> _papers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _papersById = new(StringComparer.Ordinal);
    private readonly Dictionary<Document, string> _documents = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _documentsByPath = new(StringComparer.Ordinal);
    private readonly Dictionary<TermKind, Dictionary<string, string>> _terms = [];
    private readonly Dictionary<Document, string> _lists = new(ReferenceEqualityComparer.Instance);

    public SiteMap(KnowledgeBase knowledge)
    {
        PlacePapers(knowledge);
        PlaceNotes(knowledge);
        PlaceLists(knowledge);
        foreach (var kind in TermKind.All)
            PlaceTerms(kind, kind.Terms(knowledge));
    }

    public string Of(Paper paper) => _papers.TryGetValue(paper, out var path) ? path : _papersById[paper.Id];

    /// <summary>The page that shows a document: the paper a note explains, the note, or the list.</summary>
    public string? Of(Document document) => _documents.GetValueOrDefault(document);

    public string? OfList(Document document) => _lists.GetValueOrDefault(document);

    public string? OfDocument(string path) => _documentsByPath.GetValueOrDefault(path);

    /// <summary>The page of a tag, author, venue or year under any spelling of its name that differs only in case.</summary>
    public string? Of(TermKind kind, string name) => _terms[kind].GetValueOrDefault(name);

    /// <summary>The page of a document at one of its lines; only lists show their lines.</summary>
    public string? Place(Document document, int line) =>
        _lists.TryGetValue(document, out var list) ? $"{list}#L{line}" : Of(document);

    private void PlacePapers(KnowledgeBase knowledge)
    {
        var slugs = new SlugSet();
        foreach (var paper in knowledge.Papers)
        {
            var path = $"papers/{slugs.Claim(paper.Id)}/index.html";
            _papers[paper] = path;
            _papersById.TryAdd(paper.Id, path);
        }
    }

    private void PlaceNotes(KnowledgeBase knowledge)
    {
        var slugs = new SlugSet();
        foreach (var note in knowledge.Notes)
        {
            var paper = note.PaperId is { } id ? _papersById.GetValueOrDefault(id) : null;
            Place(note.Document, paper ?? $"notes/{slugs.Claim(note.Id)}/index.html");
        }
    }

    private void PlaceLists(KnowledgeBase knowledge)
    {
        var slugs = new SlugSet();
        foreach (var document in knowledge.Documents)
        {
            if (_documents.ContainsKey(document))
                continue;
            var path = $"lists/{slugs.Claim(ListName(document.Path))}/index.html";
            _lists[document] = path;
            Place(document, path);
        }
    }

    private void PlaceTerms(TermKind kind, IReadOnlyList<IndexTerm> terms)
    {
        var slugs = new SlugSet();
        var places = _terms[kind] = new(terms.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var term in terms)
            places.TryAdd(term.Name, $"{kind.Folder}/{slugs.Claim(term.Slug)}/index.html");
    }

    private void Place(Document document, string path)
    {
        _documents[document] = path;
        _documentsByPath.TryAdd(document.Path, path);
    }

    private static string ListName(string path)
    {
        var name = path.StartsWith("papers/", StringComparison.Ordinal) ? path["papers/".Length..] : path;
        var dot = name.LastIndexOf('.');
        return dot > name.LastIndexOf('/') + 1 ? name[..dot] : name;
    }
}
