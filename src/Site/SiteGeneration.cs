using Lectern.Model;
using Lectern.Site.Pages;
using Lectern.Site.Rendering;

namespace Lectern.Site;

/// <summary>A whole site at one moment. Immutable; the next build reuses the pages whose inputs are the same.</summary>
public sealed class SiteGeneration
{
    private readonly Dictionary<string, SiteFile> _files;

    internal SiteGeneration(
        Dictionary<string, SiteFile> files, Dictionary<string, RenderedPage> pages, Fingerprint common, IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<string> rendered)
    {
        _files = files;
        Pages = pages;
        Common = common;
        Diagnostics = diagnostics;
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

    public SiteFile? Find(string path) => _files.GetValueOrDefault(path);
}
