using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>Article and zettel links that lead nowhere.</summary>
internal sealed class ReferenceCheck
{
    /// <summary>Searching for a near name looks at all of them, so a folder full of foreign brackets gets no more hints than this.</summary>
    private const int MaxHints = 50;

    private readonly IReadOnlyList<Document> _documents;
    private readonly Lazy<string[]> _names;
    private readonly Lazy<HashSet<string>> _zettels;
    private int _hints;

    public ReferenceCheck(IReadOnlyList<Document> documents, IEnumerable<Paper> papers)
    {
        _documents = documents;
        _names = new(() => Names(documents, papers));
        _zettels = new(() => [.. documents.SelectMany(d => d.Entries).Select(e => e.Zettel?.Text).OfType<string>()]);
    }

    private static string[] Names(IReadOnlyList<Document> documents, IEnumerable<Paper> papers) =>
        [.. documents.SelectMany(d => d.Aliases.Append(d.Title ?? "").Append(System.IO.Path.GetFileNameWithoutExtension(d.Path)))
            .Concat(documents.SelectMany(d => d.Sections).Select(s => s.Text))
            .Concat(papers.SelectMany(p => new[] { p.Id, p.ShortName ?? "", p.Title }))
            .Concat(documents.SelectMany(d => d.Definitions).Select(d => d.Term))
            .Select(Slugs.Of).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public IEnumerable<Diagnostic> Run()
    {
        foreach (var document in _documents)
        {
            foreach (var link in document.Links)
            {
                if (link.Form == LinkForm.Zettel && !_zettels.Value.Contains(link.Destination.Trim('[', ']')) && !_zettels.Value.Contains(link.Label.Trim('[', ']')))
                    yield return Dangling(document, link, "no entry has this zettel identifier", null);
                if (link.Form == LinkForm.Article && !Exists(link.Label))
                    yield return Dangling(document, link, $"nothing is named '{link.Label}'", Near(link.Label));
            }
        }
    }

    /// <summary><c>[Article/#Heading]</c> is judged by its article; the queries of section links are not followed here.</summary>
    private bool Exists(string label)
    {
        var name = label.Trim();
        if (name.Length == 0 || "/@:*-%.".Contains(name[0]))
            return true;
        var slash = name.IndexOf('/');
        var slug = Slugs.Of((slash < 0 ? name : name[..slash]).TrimStart('#'));
        var at = Array.BinarySearch(_names.Value, slug, StringComparer.Ordinal);
        return at >= 0 || (~at < _names.Value.Length && slug.Length > 0 && _names.Value[~at].StartsWith(slug, StringComparison.Ordinal));
    }

    private string? Near(string label) =>
        _hints++ < MaxHints && Closest.To(Slugs.Of(label), _names.Value, 1) is [var near] ? $"[{near}]" : null;

    private static Diagnostic Dangling(Document document, Link link, string message, string? suggestion) =>
        new(DiagnosticCodes.DanglingReference, document.Path, link.At, message, "the name of a document, a section or a paper", suggestion);
}
