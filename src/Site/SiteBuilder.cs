using Lectern.Catalog;
using Lectern.Model;
using Lectern.Site.Formulas;
using Lectern.Site.Links;
using Lectern.Site.Pages;
using Lectern.Site.Rendering;

namespace Lectern.Site;

/// <summary>Makes a site of a knowledge base. The same input gives the same bytes, with or without a generation to start from.</summary>
public sealed class SiteBuilder(SiteSettings settings, SiteAssets assets, IFormulaSetter setter, Func<Paper, string> cite)
{
    private readonly FormulaSet _formulas = new(setter);

    /// <summary>Settings of the next build; a change makes every page anew.</summary>
    public SiteSettings Settings { get; set; } = settings;

    public SiteGeneration Build(KnowledgeBase knowledge, SiteGeneration? previous = null, CancellationToken cancel = default)
    {
        _formulas.Prepare(knowledge.Documents);
        var site = Content(knowledge);
        var findings = Findings(knowledge, site);
        var machines = Task.Run(() => MachineFiles.Of(site), cancel);
        var pages = new PageCollector(site).Collect([.. Sources(knowledge), .. findings]).ToList();
        var common = Common(knowledge);
        var (rendered, fresh) = Render(site, pages, previous?.Common == common ? previous : null, cancel);
        var files = Files(rendered, machines.GetAwaiter().GetResult());
        var broken = LinkCheck.Pages(rendered, files, previous, fresh);
        return new(Order(files), rendered, common, [.. findings, .. broken], fresh);
    }

    private SiteContent Content(KnowledgeBase knowledge)
    {
        var map = new SiteMap(knowledge);
        return new()
        {
            Settings = Settings,
            Knowledge = knowledge,
            Map = map,
            Resolver = Task.Run(() => new LinkResolver(knowledge, map)),
            Formulas = _formulas,
            Cite = cite,
            HasFonts = assets.HasFonts,
        };
    }

    private List<Diagnostic> Findings(KnowledgeBase knowledge, SiteContent site)
    {
        List<Diagnostic> findings =
        [
            .. LinkCheck.Sources(knowledge.Documents, site.Map),
            .. knowledge.Documents.Where(d => d.Math.Count > 0).SelectMany(_formulas.Findings),
        ];
        if (!assets.HasFonts)
            findings.Add(Missing(SiteCodes.NoFonts, "the fonts of the site are not installed"));
        if (_formulas.Version is null && knowledge.Documents.Any(d => d.Math.Count > 0))
            findings.Add(Missing(SiteCodes.NoFormulaSetter, "KaTeX cannot be run; formulas are shown as TeX"));
        return findings;
    }

    private static Diagnostic Missing(DiagnosticCode code, string message) =>
        new(code, SiteSettings.FileName, new(1, 1, 0, 0), message, Suggestion: "npm ci --prefix src/Site/assets");

    private static IEnumerable<Diagnostic> Sources(KnowledgeBase knowledge) =>
        knowledge.Documents.SelectMany(d => d.Diagnostics).Concat(knowledge.Diagnostics);

    /// <summary>What every page shows: the settings, and a way to each index that there is.</summary>
    private Fingerprint Common(KnowledgeBase knowledge)
    {
        var facts = Facts.Start().Add(Settings.ToString()).Add(_formulas.Version).Add(assets.HasFonts);
        foreach (var kind in TermKind.All)
            facts.Add(kind.Terms(knowledge).Count > 0);
        return facts.Done();
    }

    private static (RenderedPage[] Pages, string[] Fresh) Render(SiteContent site, List<Page> pages, SiteGeneration? previous, CancellationToken cancel)
    {
        var known = previous?.Pages.ToDictionary(p => p.Page.Path, StringComparer.Ordinal);
        var documents = site.Knowledge.Documents.DistinctBy(d => d.Path).ToDictionary(d => d.Path, StringComparer.Ordinal);
        var rendered = new RenderedPage[pages.Count];
        var stale = new List<int>();
        for (var i = 0; i < pages.Count; i++)
        {
            if (known?.GetValueOrDefault(pages[i].Path) is { } old && old.Page.Input == pages[i].Input && Holds(old, site, documents))
                rendered[i] = old;
            else
                stale.Add(i);
        }

        var fresh = new PageRenderer(site).Render([.. stale.Select(i => pages[i])], cancel);
        for (var i = 0; i < fresh.Length; i++)
            rendered[stale[i]] = fresh[i];
        return (rendered, [.. fresh.Select(p => p.Page.Path)]);
    }

    /// <summary>True where every link the page asked for still has the answer it was given.</summary>
    private static bool Holds(RenderedPage page, SiteContent site, Dictionary<string, Document> documents)
    {
        foreach (var (path, form, label, destination, answer) in page.Lookups)
        {
            if (!documents.TryGetValue(path, out var document) || site.Links.Resolve(document, form, label, destination) != answer)
                return false;
        }

        return true;
    }

    private Dictionary<string, SiteFile> Files(RenderedPage[] pages, IReadOnlyList<SiteFile> machines)
    {
        var files = new Dictionary<string, SiteFile>(pages.Length * 2 + 64, StringComparer.Ordinal);
        foreach (var page in pages)
        {
            files.Add(page.File.Path, page.File);
            if (page.Companion is { } companion)
                files.Add(companion.Path, companion);
        }

        foreach (var file in assets.Files(withMath: _formulas.Version is not null).Concat(machines).Append(MachineFiles.Sitemap(Settings, pages)))
            files.Add(file.Path, file);
        return files;
    }

    private static List<SiteFile> Order(Dictionary<string, SiteFile> files)
    {
        var ordered = files.Values.ToList();
        ordered.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return ordered;
    }
}
