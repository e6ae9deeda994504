using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lectern.Catalog;
using Lectern.Code;
using Lectern.Identifiers;
using Lectern.Model;
using Lectern.Site.Formulas;

namespace Lectern.Site.Tests;


/// <summary>A whole site, small enough to be written inside the test that needs it.</summary>
internal sealed class TestSite
{
    public List<Document> Lists { get; } = [];

    public List<(string PaperId, Document Document)> PaperNotes { get; } = [];

    public List<Document> Concepts { get; } = [];

    public Dictionary<string, Paper> Papers { get; } = [];

    public SiteSettings Settings { get; init; } = new() { Title = "A test" };

    public IFormulaSetter Setter { get; init; } = new FakeSetter();

    public static SiteAssets Assets { get; } = new();

    public static TestSite Small()
    {
        var site = new TestSite();
        var list = site.List("papers/lists.md", """
            # Models

            [z:1125.23023.45031] #vision#clip# [(CLIP) Learning Transferable Models]{author=Alec Radford; ref=./2103.00020.pdf}
            - #vision# [CLIP again]{}
            - [Attention](https://arxiv.org/abs/1706.03762) Where it began, with $QK^T$.
            """);
        site.Paper("clip", "Learning Transferable Models", list, 0, 1);
        site.Paper("attention", "Attention is all you need", list, 2);
        site.Note("attention", "notes/attention.md", "# Attention is all you need\n\nIt is $\\alpha$ that counts; see [CLIP].\n");
        site.Concepts.Add(NotationParser.Parse("notes/softmax.md", "# The softmax\n\nA concept. See [attention](attention.md).\n"));
        return site;
    }

    public Document List(string path, string text)
    {
        var document = NotationParser.Parse(path, text);
        Lists.RemoveAll(d => d.Path == path);
        Lists.Add(document);
        return document;
    }

    public void Note(string paperId, string path, string text)
    {
        PaperNotes.RemoveAll(n => n.Document.Path == path);
        PaperNotes.Add((paperId, NotationParser.Parse(path, text)));
    }

    public Paper Paper(string id, string title, Document? list = null, params int[] entries)
    {
        var mentions = entries.Select(i => new Mention(list!, list!.Entries[i], "it bears the title")).ToList();
        return Papers[id] = new()
        {
            Id = id,
            Title = title,
            ShortName = mentions.Select(m => m.Entry.ShortName).FirstOrDefault(n => n is not null),
            Authors = [.. mentions.SelectMany(m => m.Entry.Authors).Select(a => a.Name).Distinct()],
            Tags = [.. mentions.SelectMany(m => m.Entry.Tags).Distinct()],
            Arxiv = mentions.Select(m => m.Entry.Arxiv).FirstOrDefault(a => a is not null),
            Year = mentions.Select(m => m.Entry.Year).FirstOrDefault(y => y is not null),
            Mentions = mentions,
        };
    }

    public KnowledgeBase Knowledge()
    {
        var notes = PaperNotes.Select(n => new Note(n.PaperId, n.Document.Title ?? n.PaperId, n.Document, n.PaperId))
            .Concat(Concepts.Select(c => new Note(Path.GetFileNameWithoutExtension(c.Path), c.Title ?? c.Path, c, null))).ToList();
        var papers = Papers.Values.Select(p => p with { Note = notes.Find(n => n.PaperId == p.Id) }).OrderBy(p => p.Title, StringComparer.Ordinal).ToList();
        return new()
        {
            Documents = [.. Lists, .. PaperNotes.Select(n => n.Document), .. Concepts],
            Papers = papers,
            Notes = notes,
            Authors = Terms(papers, p => p.Authors),
            Tags = Terms(papers, p => p.Tags),
            Venues = Terms(papers, p => p.Venue is null ? [] : [p.Venue]),
            Years = Terms(papers, p => p.Year is { } year ? [year.ToString()] : []),
            Timeline = [.. papers.SelectMany(p => p.Mentions, (p, m) => (p, m)).Where(x => x.m.Entry.Zettel?.Time is not null)
                .Select(x => new Reading(x.m.Entry.Zettel!.Time!.Value, x.m.Entry.Zettel.Candidates.Count > 1, x.m, x.p))],
            Diagnostics = [],
        };
    }

    public IReadOnlyList<Implementation> Implementations { get; set; } = [];

    public SiteBuilder Builder() => new(Settings, Assets, Setter, p => $"@misc{{{p.Id}}}\n") { Implementations = Implementations };

    public SiteGeneration Build() => Builder().Build(Knowledge());

    public static string Text(SiteGeneration site, string path) =>
        Encoding.UTF8.GetString((site.Find(path) ?? throw new FileNotFoundException(path)).Content.Span);

    public static IHtmlDocument Page(SiteGeneration site, string path) => new HtmlParser().ParseDocument(Text(site, path));

    public static IEnumerable<(string Path, IHtmlDocument Html)> Pages(SiteGeneration site) =>
        site.Files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).Select(f => (f.Path, Page(site, f.Path)));

    private static List<IndexTerm> Terms(List<Paper> papers, Func<Paper, IEnumerable<string>> names) =>
        [.. papers.SelectMany(p => names(p), (p, name) => (p, name)).GroupBy(x => x.name.ToLowerInvariant())
            .Select(g => new IndexTerm(g.Key, g.First().name, [.. g.Select(x => x.p)])).OrderBy(t => t.Slug, StringComparer.Ordinal)];
}

/// <summary>Sets every formula but those that say <c>\bad</c>.</summary>
internal sealed class FakeSetter : IFormulaSetter
{
    public string? Version { get; init; } = "fake";

    public List<string> Asked { get; } = [];

    public IReadOnlyList<SetFormula> Set(IReadOnlyList<(string Tex, bool Display)> formulas)
    {
        Asked.AddRange(formulas.Select(f => f.Tex));
        return [.. formulas.Select(f => Version is null
            ? new SetFormula(null, null)
            : f.Tex.Contains("\\bad") ? new(null, "no such command") : new("<math>set</math>", null))];
    }
}
