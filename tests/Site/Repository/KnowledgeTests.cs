using Lectern.Catalog;
using Lectern.Model;
using Lectern.Site.Links;
using Lectern.Site.Pages;

namespace Lectern.Site.Tests.Repository;

/// <summary>What stands in <c>papers/</c> and <c>notes/</c> holds together.</summary>
public sealed class KnowledgeTests
{
    private static readonly Lazy<KnowledgeBase> s_knowledge = new(() =>
        KnowledgeBase.From([.. Sources().Select(path => NotationParser.Parse(Path.GetRelativePath(Root.Path, path), File.ReadAllText(path)))]));

    private static KnowledgeBase Knowledge => s_knowledge.Value;

    [Fact]
    public void EveryKnownIdentifierBearsItsTitle()
    {
        // Written down from the documents this collection began with, spelling mended.
        var known = File.ReadLines(Path.Combine(Root.Path, "tests/Site/Repository/works.tsv")).Select(line => line.Split('\t'));
        var papers = Knowledge.Papers.SelectMany(paper => Identifiers(paper).Select(id => (id, paper.Title))).ToLookup(it => it.id, it => it.Title);
        Assert.Equal([], known.Where(work => !papers[work[0]].SequenceEqual([work[1]])).Select(work => $"{work[0]}: '{string.Join("', '", papers[work[0]])}', not '{work[1]}'"));
    }

    [Fact]
    public void EveryNoteLeadsToAtLeastTwoOtherPages()
    {
        var targets = Targets();
        Assert.Equal([], Knowledge.Notes.Where(note => targets[note.Document].Count < 2).Select(note => note.Document.Path));
    }

    [Fact]
    public void EveryNoteIsLedToByAnotherDocument()
    {
        var (targets, map) = (Targets(), new SiteMap(Knowledge));
        Assert.Equal([], Knowledge.Notes.Where(note => !targets.Any(it => it.Key != note.Document && it.Value.Contains(map.Of(note.Document)!))).Select(note => note.Document.Path));
    }

    [Fact]
    public void NothingIsToBeSaidAgainstTheKnowledgeBase() =>
        Assert.Equal([], Knowledge.Diagnostics.Concat(Knowledge.Documents.SelectMany(d => d.Diagnostics)).Select(d => $"{d.Path}:{d.At.Line}: {d.Message}"));

    /// <summary>The pages of papers and notes that a document links to or lists, its own left out.</summary>
    private static Dictionary<Document, HashSet<string>> Targets()
    {
        var map = new SiteMap(Knowledge);
        var resolver = new LinkResolver(Knowledge, map);
        HashSet<string> pages = [.. Knowledge.Papers.Select(map.Of), .. Knowledge.Notes.Select(note => map.Of(note.Document)!)];
        var targets = Knowledge.Documents.ToDictionary(
            document => document,
            document => document.Links.Select(link => resolver.Resolve(document, link.Form, link.Label, link.Target)?.Split('#')[0]).OfType<string>().Where(pages.Contains).ToHashSet());
        foreach (var (paper, mention) in Knowledge.Papers.SelectMany(paper => paper.Mentions.Select(mention => (paper, mention))))
            targets[mention.Document].Add(map.Of(paper));
        foreach (var note in Knowledge.Notes) targets[note.Document].Remove(map.Of(note.Document)!);
        return targets;
    }

    private static IEnumerable<string> Identifiers(Paper paper)
    {
        if (paper.Arxiv is { } arxiv) yield return $"arXiv {arxiv.Id}";
        if (paper.Doi is { } doi) yield return $"doi {doi}";
    }

    private static IEnumerable<string> Sources() =>
        new[] { "papers", "notes" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root.Path, folder), "*.md", SearchOption.AllDirectories)).Order(StringComparer.Ordinal);
}
