using Lectern.Catalog;
using Lectern.Code;
using Lectern.Model;
using Markdig.Syntax;

namespace Lectern.Search.Documents;

/// <summary>A knowledge base to the pages and sections that can be found, in the order of their ids.</summary>
public static class PageReader
{
    public static IReadOnlyList<SearchPage> Read(KnowledgeBase knowledge, SearchPlaces places, IReadOnlyList<Implementation> implementations)
    {
        var byPaper = implementations.ToDictionary(i => i.Name, StringComparer.Ordinal);
        var notes = knowledge.Notes.Select(n => n.Document).ToHashSet();
        var pages = knowledge.Papers.AsParallel().Select(p => Paper(p, places, byPaper.GetValueOrDefault(p.Id)))
            .Concat(knowledge.Notes.Where(n => n.PaperId is null).AsParallel().Select(n => Note(n, places)).OfType<SearchPage>())
            .Concat(knowledge.Documents.Where(d => !notes.Contains(d)).AsParallel().Select(d => List(d, places)).OfType<SearchPage>())
            .ToList();
        pages.Sort((a, b) => string.CompareOrdinal(a.Facts.Id, b.Facts.Id));
        return pages;
    }

    private static SearchPage Paper(Paper paper, SearchPlaces places, Implementation? code)
    {
        var mentions = paper.Mentions.Select(Mention).ToList();
        var note = paper.Note is { } written ? ProseSections.Of(written.Document, written.Document.Syntax) : [];
        var programs = code is null ? [] : ImplementationSections.Of(code);
        var head = Joined([.. mentions, .. note.Take(1)], paper.Venue);
        List<SearchSection> sections = [head, .. note.Skip(1).Where(s => !s.IsEmpty), .. programs];
        var having = new List<string>();
        if (code is not null || paper.CodeUrl is not null)
            having.Add(Having.Code);
        if (paper.Note is not null)
            having.Add(Having.Note);
        if (sections.Exists(s => s.Math.Count > 0))
            having.Add(Having.Math);
        List<string> identifiers = [.. new[] { paper.Arxiv?.Id, paper.Doi?.Id }.OfType<string>()];
        var title = paper.Subtitle is { } subtitle ? $"{paper.Title}: {subtitle}" : paper.Title;
        return new(
            new(PageKind.Paper, paper.Id, places.Paper(paper), title, paper.ShortName, paper.Authors, paper.Tags, paper.Year, identifiers, having, Verified: code?.VerifiedOn.Count > 0),
            sections);
    }

    private static SearchSection Mention(Mention mention)
    {
        var (document, entry, _) = mention;
        var parts = new List<SearchSection>();
        if (entry.Trailing is { Length: > 0 } trailing)
            parts.Add(ProseSections.Inline(document, trailing));
        if (entry.Remark is { Length: > 0 } remark)
            parts.Add(new("", "", $"`{remark}`", "", []));
        if (entry.NoteBlocks.Count > 0)
            parts.AddRange(ProseSections.Of(document, entry.NoteBlocks));
        return Joined(parts, null);
    }

    private static SearchPage? Note(Note note, SearchPlaces places)
    {
        if (places.Document(note.Document) is not { } url)
            return null;
        var sections = ProseSections.Of(note.Document, note.Document.Syntax);
        return Document($"notes/{note.Id}", PageKind.Note, url, note.Title, note.Document, sections);
    }

    /// <summary>A list has only what its entries do not say: those are found with their papers.</summary>
    private static SearchPage? List(Document document, SearchPlaces places)
    {
        if (places.Document(document) is not { } url)
            return null;
        var blocks = document.Syntax.Where(b => b is HeadingBlock || !document.Entries.Any(e => Meet(document, e, b))).ToList();
        var sections = ProseSections.Of(document, blocks);
        var title = document.Title ?? Path.GetFileNameWithoutExtension(document.Path);
        return Document($"lists/{document.Path}", PageKind.List, url, title, document, sections);
    }

    private static bool Meet(Document document, Entry entry, Block block)
    {
        var first = block.Line + 1;
        var last = document.Source.Locate(Math.Clamp(block.Span.End, 0, Math.Max(0, document.Source.Text.Length - 1))).Line;
        return first <= entry.EndLine && last >= entry.At.Line;
    }

    private static SearchPage Document(string id, PageKind kind, string url, string title, Document document, IReadOnlyList<SearchSection> sections) =>
        new(new(kind, id, url, title, null, [], document.Tags, null, [], sections.Any(s => s.Math.Count > 0) ? [Having.Math] : [], Verified: false),
            [.. sections.Where((s, i) => i == 0 || !s.IsEmpty)]);

    private static SearchSection Joined(IReadOnlyList<SearchSection> parts, string? more) => new(
        "", "",
        string.Join("\n", parts.Select(p => p.Note).Append(more ?? "").Where(n => n.Length > 0)),
        string.Join("\n", parts.Select(p => p.Code).Where(c => c.Length > 0)),
        [.. parts.SelectMany(p => p.Math)]);
}
