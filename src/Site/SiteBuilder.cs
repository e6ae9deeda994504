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
        var files = Files(rendered.Values, machines.GetAwaiter().GetResult());
        var broken = LinkCheck.Pages(rendered, files, previous, fresh);
        return new(files, rendered, common, [.. findings, .. broken], fresh);
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

    private static (Dictionary<string, RenderedPage> Pages, string[] Fresh) Render(SiteContent site, List<Page> pages, SiteGeneration? previous, CancellationToken cancel)
    {
        var rendered = new Dictionary<string, RenderedPage>(pages.Count, StringComparer.Ordinal);
        var stale = new List<Page>();
        foreach (var page in pages)
        {
            var old = previous?.Pages.GetValueOrDefault(page.Path);
            var holds = old is not null && old.Page.Input == page.Input && Holds(old, site);
            rendered.Add(page.Path, holds ? old! : null!);
            if (!holds)
                stale.Add(page);
        }

        foreach (var page in new PageRenderer(site).Render(stale, cancel))
            rendered[page.Page.Path] = page;
        return (rendered, [.. stale.Select(p => p.Path)]);
    }

    /// <summary>True where every link the page asked for still has the answer it was given.</summary>
    private static bool Holds(RenderedPage page, SiteContent site)
    {
        foreach (var (path, form, label, destination, answer) in page.Lookups)
        {
            if (site.Links.Find(path) is not { } document || site.Links.Resolve(document, form, label, destination) != answer)
                return false;
        }

        return true;
    }

    private Dictionary<string, SiteFile> Files(IReadOnlyCollection<RenderedPage> pages, IReadOnlyList<SiteFile> machines)
    {
        var files = new Dictionary<string, SiteFile>(pages.Count * 2 + 64, StringComparer.Ordinal);
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
}
