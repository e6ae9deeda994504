using Lectern.Catalog;
using Lectern.Model;
using Lectern.Site.Implementations;
using Lectern.Site.Rendering;

namespace Lectern.Site.Pages;

/// <summary>Which pages a knowledge base makes, and what each of them depends on.</summary>
internal sealed class PageCollector
{
    private readonly SiteContent _site;
    private readonly KnowledgeBase _knowledge;
    private readonly SiteMap _map;
    private readonly Dictionary<Paper, Fingerprint> _rows = new(ReferenceEqualityComparer.Instance);

    public PageCollector(SiteContent site) => (_site, _knowledge, _map) = (site, site.Knowledge, site.Map);

    public IReadOnlyList<Page> Collect(IReadOnlyList<Diagnostic> findings)
    {
        var rows = _knowledge.Papers.AsParallel().AsOrdered().Select(p => WorkRows.Facts(p, _map.Of(p), _site.Of(p))).ToArray();
        for (var i = 0; i < rows.Length; i++)
            _rows[_knowledge.Papers[i]] = rows[i];
        return All(findings);
    }

    /// <summary>The pages on which these notes stand.</summary>
    public IEnumerable<Page> Showing(HashSet<Document> notes) =>
        _knowledge.Papers.Where(p => Shown(p).Any(notes.Contains)).Select(Paper)
            .Concat<Page>(Notes().OfType<NotePage>().Where(p => notes.Contains(p.Note.Document)));

    /// <summary>The note of a paper, and those its code is read with.</summary>
    private IEnumerable<Document> Shown(Paper paper)
    {
        IEnumerable<Document> own = paper.Note is { } note ? [note.Document] : [];
        return _site.Of(paper) is { } code ? own.Concat(new NoteFormulas(_knowledge, code).Notes) : own;
    }

    private IReadOnlyList<Page> All(IReadOnlyList<Diagnostic> findings) =>
    [
        new HomePage(_site.Settings.Title, Home()),
        new SearchPage(default),
        new PapersPage(Rows(_knowledge.Papers)),
        .. _knowledge.Papers.AsParallel().AsOrdered().Select(Paper),
        .. TermKind.All.SelectMany(Terms),
        .. Notes(),
        .. Lists(),
        new TimelinePage(Timeline()),
        .. Map(),
        new FindingsPage(findings, Facts.Start().Add([.. findings.Select(f => f.ToString())]).Done()),
        new NotFoundPage(default),
    ];

    private PaperPage Paper(Paper paper)
    {
        var mentions = paper.Mentions.Select(Mention).ToArray();
        var facts = Facts.Start().Add(Row(paper))
            .Add(paper.Id).Add(paper.Subtitle).Add(paper.Venue).Add(paper.Arxiv?.ToString()).Add(paper.Doi?.Id).Add(paper.Url).Add(paper.CodeUrl)
            .Add(paper.Venue is { } venue ? _map.Of(TermKind.Venue, venue) : null)
            .Add(paper.Year is { } year ? _map.Of(TermKind.Year, year.ToString()) : null);
        foreach (var tag in paper.Tags)
            facts.Add(tag).Add(_map.Of(TermKind.Tag, tag));
        foreach (var author in paper.Authors)
            facts.Add(_map.Of(TermKind.Author, author));
        foreach (var link in paper.Related)
            facts.Add(link.Label).Add(link.Target);
        foreach (var mention in mentions)
            facts.Add(mention);
        if (paper.Note is { } note)
            facts.Add(note.Title).Add(Fingerprint.Of(note.Document));
        if (_site.Of(paper) is { } code)
        {
            facts.Add(code.Stamp);
            foreach (var document in new NoteFormulas(_knowledge, code).Notes)
                facts.Add(Fingerprint.Of(document)).Add(_map.Of(document));
        }

        return new(_map.Of(paper), paper, facts.Done());
    }

    /// <summary>What a mention shows on its paper's page: its place, its own words and the reason it is there.</summary>
    private Fingerprint Mention(Mention mention)
    {
        var (document, entry, reason) = mention;
        return Facts.Start().Add(document.Path).Add(_map.Place(document, entry.At.Line)).Add(document.Title).Add(entry.At.Line).Add(reason)
            .Add(entry.Title).Add(entry.Reference).Add((int)entry.ReferenceKind).Add(entry.Trailing).Add(entry.Remark).Add(entry.Notes).Add(entry.Subject)
            .Add(entry.Zettel?.Text).Add(entry.Arxiv?.ToString()).Done();
    }

    private IEnumerable<Page> Terms(TermKind kind)
    {
        var terms = kind.Terms(_knowledge);
        if (terms.Count == 0)
            return [];
        var pages = terms.Select(t => new TermPage(_map.Of(kind, t.Name)!, kind, t, Facts.Start().Add(t.Name).Add(Rows(t.Papers)).Done()));
        var all = Facts.Start();
        foreach (var term in terms)
            all.Add(term.Name).Add(_map.Of(kind, term.Name)).Add(term.Papers.Count);
        return pages.DistinctBy(p => p.Path).Prepend<Page>(new TermsPage(kind, all.Done())).ToList();
    }

    private IEnumerable<Page> Notes()
    {
        foreach (var note in _knowledge.Notes)
        {
            if (_map.Of(note.Document) is { } path && path.StartsWith("notes/", StringComparison.Ordinal))
                yield return new NotePage(path, note, Fingerprint.Of([Fingerprint.Of(note.Title), Fingerprint.Of(note.Document)]));
        }

        var all = Facts.Start();
        foreach (var note in _knowledge.Notes)
            all.Add(note.Title).Add(_map.Of(note.Document));
        yield return new NotesPage(all.Done());
    }

    private IEnumerable<Page> Lists()
    {
        var works = Works();
        var all = new List<Fingerprint>();
        foreach (var document in _knowledge.Documents)
        {
            if (_map.OfList(document) is not { } path)
                continue;
            var own = works.GetValueOrDefault(document.Path, []);
            var facts = Facts.Start();
            foreach (var (line, paper) in own)
                facts.Add(line).Add(_map.Of(paper)).Add(paper.ShortName);
            var input = Fingerprint.Of([Fingerprint.Of(document), facts.Done()]);
            yield return new ListPage(path, document, own, input);
            all.Add(List(document));
        }

        yield return new ListsPage(Fingerprint.Of([.. all]));
    }

    /// <summary>What a link to a list shows of it.</summary>
    private Fingerprint List(Document document) => Fingerprint.Of(string.Join('\n', _map.OfList(document), document.Title, document.Path, document.FrontMatter.Text("description"), document.Entries.Count));

    private Dictionary<string, Dictionary<int, Paper>> Works()
    {
        var works = new Dictionary<string, Dictionary<int, Paper>>(StringComparer.Ordinal);
        foreach (var paper in _knowledge.Papers)
        {
            foreach (var (document, entry, _) in paper.Mentions)
            {
                if (!works.TryGetValue(document.Path, out var own))
                    works[document.Path] = own = [];
                own.TryAdd(entry.At.Line, paper);
            }
        }

        return works;
    }

    private Fingerprint Home()
    {
        var coverage = Coverage.Of(_knowledge, _site.Implementations);
        var facts = Facts.Start().Add(coverage.ToString());
        foreach (var note in _knowledge.Notes)
            facts.Add(note.Title).Add(_map.Of(note.Document));
        foreach (var paper in _knowledge.Papers.Where(p => p.Note is not null))
            facts.Add(Row(paper));
        foreach (var reading in _knowledge.Timeline.Take(HomeReadings))
            facts.Add(reading.Time.Ticks.ToString()).Add(Row(reading.Paper));
        foreach (var tag in _knowledge.Tags)
            facts.Add(tag.Name).Add(tag.Papers.Count);
        foreach (var code in _site.Implementations)
            facts.Add(code.Stamp);
        foreach (var document in _site.Lists)
            facts.Add(List(document)).Add(document.Tags);
        return facts.Done();
    }

    public const int HomeReadings = 8;

    private Fingerprint Timeline()
    {
        var facts = Facts.Start();
        foreach (var (time, ambiguous, mention, paper) in _knowledge.Timeline)
        {
            facts.Add(time.Ticks.ToString()).Add(ambiguous).Add(Row(paper))
                .Add(_map.Place(mention.Document, mention.Entry.At.Line)).Add(mention.Document.Path);
        }

        return facts.Done();
    }

    private IEnumerable<MapPage> Map()
    {
        if (_site.Topics.Count == 0)
            yield break;
        var facts = Facts.Start();
        foreach (var topic in _site.Topics)
        {
            facts.Add(topic.Name).Add(topic.Works.Count);
            foreach (var (paper, x, y) in topic.Works)
                facts.Add(Row(paper)).Add(BitConverter.DoubleToInt64Bits(x).ToString()).Add(BitConverter.DoubleToInt64Bits(y).ToString());
        }

        yield return new(_site.Topics, facts.Done());
    }

    private Fingerprint Row(Paper paper) => _rows.TryGetValue(paper, out var row) ? row : WorkRows.Facts(paper, _map.Of(paper), _site.Of(paper));

    private Fingerprint Rows(IReadOnlyList<Paper> papers)
    {
        var rows = new Fingerprint[papers.Count];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = Row(papers[i]);
        return Fingerprint.Of(rows);
    }
}
