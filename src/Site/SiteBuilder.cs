using Lectern.Catalog;
using Lectern.Code;
using Lectern.Model;
using Lectern.Site.Formulas;
using Lectern.Site.Implementations;
using Lectern.Site.Links;
using Lectern.Site.Maps;
using Lectern.Site.Pages;
using Lectern.Site.Rendering;

namespace Lectern.Site;

/// <summary>Makes a site of a knowledge base. The same input gives the same bytes, with or without a generation to start from.</summary>
public sealed class SiteBuilder(SiteSettings settings, SiteAssets assets, IFormulaSetter setter, Func<Paper, string> cite)
{
    private readonly FormulaSet _formulas = new(setter);

    /// <summary>Settings of the next build; a change makes every page anew.</summary>
    public SiteSettings Settings { get; set; } = settings;

    /// <summary>Papers as code, as they are at the next build.</summary>
    public IReadOnlyList<Implementation> Implementations { get; set; } = [];

    /// <summary>The map of the field at the next build; without one there is no page of it.</summary>
    public FieldMap? Map { get; set; }

    public SiteGeneration Build(KnowledgeBase knowledge, SiteGeneration? previous = null, CancellationToken cancel = default)
    {
        _formulas.Prepare(knowledge.Documents);
        var site = Content(knowledge);
        var common = Common(knowledge, site);
        previous = previous?.Common == common ? previous : null;
        var sources = SourceFindings(knowledge, site, previous);
        List<Diagnostic> findings = [.. sources, .. Findings(knowledge)];
        var changed = previous is null ? null : ChangedProse(knowledge, findings, previous);
        var (rendered, fresh) = Render(site, Pages(site, findings, previous, changed), previous, cancel);
        var files = changed is null ? Files(site, rendered.Values) : previous!.FilesWith(fresh.Select(path => rendered[path].File));
        var broken = LinkCheck.Pages(rendered, files, previous, fresh);
        return new(knowledge, files, rendered, common, sources, findings, broken, fresh) { Implementations = Implementations, Map = Map };
    }

    /// <summary>The notes in which nothing but prose without findings has changed; null where anything else may have.</summary>
    private HashSet<Document>? ChangedProse(KnowledgeBase knowledge, List<Diagnostic> findings, SiteGeneration previous)
    {
        if (previous.Knowledge.Frame != knowledge.Frame || previous.Map != Map || !previous.Implementations.SequenceEqual(Implementations) || !findings.SequenceEqual(previous.Findings))
            return null;
        var changed = new HashSet<Document>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < knowledge.Documents.Count; i++)
        {
            var (old, now) = (previous.Knowledge.Documents[i], knowledge.Documents[i]);
            if (ReferenceEquals(old, now))
                continue;
            if (old.Diagnostics.Count + now.Diagnostics.Count > 0)
                return null;
            changed.Add(now);
        }

        return changed;
    }

    private static IReadOnlyList<Page> Pages(SiteContent site, List<Diagnostic> findings, SiteGeneration? previous, HashSet<Document>? changed)
    {
        var collector = new PageCollector(site);
        if (changed is null)
            return collector.Collect([.. Sources(site.Knowledge), .. findings]);
        var anew = collector.Showing(changed).ToDictionary(page => page.Path, StringComparer.Ordinal);
        return [.. previous!.Pages.Values.Select(old => anew.GetValueOrDefault(old.Page.Path, old.Page))];
    }

    private SiteContent Content(KnowledgeBase knowledge)
    {
        var map = new SiteMap(knowledge);
        return new()
        {
            Settings = Settings,
            Knowledge = knowledge,
            Map = map,
            Implementations = Implementations,
            Topics = PlacedTopic.Of(Map, knowledge),
            Resolver = Task.Run(() => new LinkResolver(knowledge, map)),
            Formulas = _formulas,
            Cite = cite,
            HasFonts = assets.HasFonts,
            HasSearch = assets.HasSearch,
        };
    }

    /// <summary>Where every page stands where it stood, only the documents that changed are looked through.</summary>
    private static List<Diagnostic> SourceFindings(KnowledgeBase knowledge, SiteContent site, SiteGeneration? previous)
    {
        if (previous is null || previous.Knowledge.Frame != knowledge.Frame)
            return [.. LinkCheck.Sources(knowledge.Documents, site.Map)];
        var changed = knowledge.Documents.Where((document, i) => !ReferenceEquals(document, previous.Knowledge.Documents[i])).ToList();
        var paths = changed.Select(document => document.Path).ToHashSet(StringComparer.Ordinal);
        return [.. previous.SourceFindings.Where(finding => !paths.Contains(finding.Path)), .. LinkCheck.Sources(changed, site.Map)];
    }

    private List<Diagnostic> Findings(KnowledgeBase knowledge)
    {
        List<Diagnostic> findings = [.. knowledge.Documents.Where(d => d.Math.Count > 0).SelectMany(_formulas.Findings), .. ImplementationFindings.Of(knowledge, Implementations)];
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
    private Fingerprint Common(KnowledgeBase knowledge, SiteContent site)
    {
        var facts = Facts.Start().Add(Settings.ToString()).Add(_formulas.Version).Add(assets.HasFonts).Add(assets.HasSearch).Add(Implementations.Count > 0).Add(site.Topics.Count > 0);
        foreach (var kind in TermKind.All)
            facts.Add(kind.Terms(knowledge).Count > 0);
        return facts.Done();
    }

    private static (Dictionary<string, RenderedPage> Pages, string[] Fresh) Render(SiteContent site, IReadOnlyList<Page> pages, SiteGeneration? previous, CancellationToken cancel)
    {
        var sameFrame = previous is not null && previous.Knowledge.Frame == site.Knowledge.Frame;
        var rendered = new Dictionary<string, RenderedPage>(pages.Count, StringComparer.Ordinal);
        var stale = new List<Page>();
        foreach (var page in pages)
        {
            var old = previous?.Pages.GetValueOrDefault(page.Path);
            var holds = old is not null && old.Page.Input == page.Input && (sameFrame || Holds(old, site));
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

    private Dictionary<string, SiteFile> Files(SiteContent site, IReadOnlyCollection<RenderedPage> pages)
    {
        var files = new Dictionary<string, SiteFile>(pages.Count + 64, StringComparer.Ordinal);
        foreach (var page in pages)
            files.Add(page.File.Path, page.File);
        foreach (var file in assets.Files(withMath: _formulas.Version is not null, withMap: site.Topics.Count > 0).Concat(MachineFiles.Of(site)).Append(MachineFiles.Sitemap(Settings, pages)))
            files.Add(file.Path, file);
        return files;
    }
}
