using Lectern.Identifiers;
using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>Documents that explain instead of listing, and the papers they explain.</summary>
internal sealed class NoteFinder
{
    private NoteFinder(IReadOnlyList<Note> all, Dictionary<string, Note> byPaper, List<Diagnostic> diagnostics) =>
        (All, ByPaper, Diagnostics) = (all, byPaper, diagnostics);

    public IReadOnlyList<Note> All { get; }

    public IReadOnlyDictionary<string, Note> ByPaper { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>In a folder named <c>notes</c>, or with <c>paper:</c> in the front matter.</summary>
    public static bool IsNote(Document document) =>
        document.FrontMatter.Values.ContainsKey("paper")
        || document.Path.Split('/') is [.. var folders, _] && folders.Contains("notes", StringComparer.OrdinalIgnoreCase);

    public static NoteFinder Find(IReadOnlyList<Document> documents, IReadOnlyList<Paper> papers)
    {
        var sources = documents.Where(IsNote).ToList();
        var ids = Slugs.Distinct([.. sources.Select(d => Slugs.Paper(null, FileName(d)))]);
        var byId = papers.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var byPaper = new Dictionary<string, Note>(StringComparer.Ordinal);
        var diagnostics = new List<Diagnostic>();
        var all = new List<Note>(sources.Count);
        for (var i = 0; i < sources.Count; i++)
        {
            var document = sources[i];
            var stated = document.FrontMatter.Text("paper")?.Trim();
            var paper = Resolve(stated is { Length: > 0 } ? stated : Slugs.Paper(null, FileName(document)), byId, papers);
            if (paper is null && stated is { Length: > 0 })
                diagnostics.Add(WithoutPaper(document, stated, papers));
            var note = new Note(ids[i], document.Title ?? paper?.Title ?? FileName(document), document, paper?.Id);
            all.Add(note);
            if (paper is not null)
                byPaper.TryAdd(paper.Id, note);
        }

        return new(all, byPaper, diagnostics);
    }

    private static Paper? Resolve(string name, Dictionary<string, Paper> byId, IReadOnlyList<Paper> papers)
    {
        if (byId.TryGetValue(name, out var paper) || byId.TryGetValue(Slugs.Of(name), out paper))
            return paper;
        return ArxivId.Find(name) is { } arxiv ? papers.FirstOrDefault(p => p.Arxiv?.Id == arxiv.Id) : null;
    }

    private static Diagnostic WithoutPaper(Document document, string name, IReadOnlyList<Paper> papers)
    {
        var line = 1;
        while (line < document.Source.LineCount && !document.Source.Line(line).StartsWith("paper:"))
            line++;
        var start = document.Source.LineStart(line);
        var near = Closest.To(Slugs.Of(name), papers.Select(p => p.Id), 1);
        return new(
            DiagnosticCodes.NoteWithoutPaper, document.Path, new(line, 1, start, document.Source.Line(line).Length),
            $"the note explains '{name}', but no list mentions such a paper",
            "the id of a paper, as 'lectern list papers' prints it",
            near is [var id] ? $"paper: {id}" : null);
    }

    private static string FileName(Document document) => System.IO.Path.GetFileNameWithoutExtension(document.Path);
}
