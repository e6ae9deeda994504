using Lectern.Catalog;
using Lectern.Code;
using Lectern.Model;
using Lectern.Site.Maps;
using Lectern.Site.Pages;
using Lectern.Site.Rendering;

namespace Lectern.Site;

/// <summary>A whole site at one moment. Immutable; the next build reuses the pages whose inputs are the same.</summary>
public sealed class SiteGeneration
{
    private readonly Dictionary<string, SiteFile> _files;

    internal SiteGeneration(
        KnowledgeBase knowledge, Dictionary<string, SiteFile> files, Dictionary<string, RenderedPage> pages, Fingerprint common,
        IReadOnlyList<Diagnostic> sourceFindings, IReadOnlyList<Diagnostic> findings, IReadOnlyList<Diagnostic> broken, IReadOnlyList<string> rendered)
    {
        Knowledge = knowledge;
        SourceFindings = sourceFindings;
        Findings = findings;
        _files = files;
        Pages = pages;
        Common = common;
        Diagnostics = [.. findings, .. broken];
        Rendered = rendered;
        var ordered = files.Values.ToList();
        ordered.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        Files = ordered;
    }

    /// <summary>By path, in the order of its bytes.</summary>
    public IReadOnlyList<SiteFile> Files { get; }

    /// <summary>What the build itself found; the findings of the sources are with the knowledge base.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Paths of the pages made anew for this generation.</summary>
    public IReadOnlyList<string> Rendered { get; }

    public int PageCount => Pages.Count;

    /// <summary>False where a finding of the build forbids publishing it.</summary>
    public bool Succeeded => !Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>True where every link inside the site leads somewhere.</summary>
    internal bool IsSound => !Diagnostics.Any(d => d.Code == SiteCodes.BrokenLink);

    internal Dictionary<string, RenderedPage> Pages { get; }

    internal Fingerprint Common { get; }

    internal IReadOnlyList<Implementation> Implementations { get; init; } = [];

    internal FieldMap? Map { get; init; }

    /// <summary>The knowledge base it was made of, and what its sources were found to link to in vain.</summary>
    internal KnowledgeBase Knowledge { get; }

    internal IReadOnlyList<Diagnostic> SourceFindings { get; }

    /// <summary>Every finding that was known before the pages were rendered.</summary>
    internal IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>All files, some of them exchanged for others of the same paths.</summary>
    internal Dictionary<string, SiteFile> FilesWith(IEnumerable<SiteFile> exchanged)
    {
        var files = new Dictionary<string, SiteFile>(_files, StringComparer.Ordinal);
        foreach (var file in exchanged)
            files[file.Path] = file;
        return files;
    }

    /// <summary>This site with more files.</summary>
    public SiteGeneration With(IEnumerable<SiteFile> more) =>
        new(Knowledge, FilesWith(more), Pages, Common, SourceFindings, Findings, [.. Diagnostics.Skip(Findings.Count)], Rendered);

    public SiteFile? Find(string path) => _files.GetValueOrDefault(path);
}
