using Lectern.Model;
using Lectern.Rendering;
using Lectern.Site.Links;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;

namespace Lectern.Site.Rendering;

/// <summary>A question a page asked the link resolver, and the answer it was rendered with.</summary>
internal readonly record struct Lookup(string Document, LinkForm Form, string Label, string Destination, string? Answer);

/// <summary>One page while it is rendered: where it stands, and what it turned out to need.</summary>
public sealed class PageContext(SiteContent site, string path)
{
    private static readonly string[] OwnIds = ["main", "keys", "keys-title", "find", "works", "findings", "cite", "bibtex", "claims", "figures", "departures", "source", "run-tests"];

    private readonly HashSet<string> _ids = new(OwnIds, StringComparer.Ordinal);

    public SiteContent Site => site;

    public string Path => path;

    /// <summary>The way from this page up to the root of the site: empty, or <c>../</c> once or more.</summary>
    public string Root { get; } = RootFrom(path);

    public bool UsesMath { get; internal set; }

    /// <summary>Named formulas so far; they are numbered from 1 on every page.</summary>
    internal int Equations { get; set; }

    internal List<Lookup> Lookups { get; } = [];

    public static string RootFrom(string path) => string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/')));

    public string To(string target) => target.StartsWith('#') ? target : Root + target;

    public MarkupString Prose(Document document, IReadOnlyList<Block> blocks, int headingShift = 1) =>
        new(new ProseRenderer(new ProseHost(this, document)) { HeadingShift = headingShift }.Blocks(blocks));

    public MarkupString Inline(Document document, string text) => new(new ProseRenderer(new ProseHost(this, document)).Inline(text));

    /// <summary>An id for an element of this page: the wanted one, or with a number where it is taken.</summary>
    internal string Claim(string id)
    {
        var claimed = id;
        for (var number = 2; !_ids.Add(claimed); number++)
            claimed = $"{id}-{number}";
        return claimed;
    }

    /// <summary>Where a link of a document leads from this page; null where it leads nowhere or back here.</summary>
    internal string? Resolve(Document document, LinkForm form, string label, string destination)
    {
        if (form is not (LinkForm.Article or LinkForm.Zettel or LinkForm.Tag) && SafeUrl.External(destination) is { } url)
            return url;
        var target = site.Links.Resolve(document, form, label, destination);
        Lookups.Add(new(document.Path, form, label, destination, target));
        if (target is null || target == path)
            return null;
        return target.StartsWith(path, StringComparison.Ordinal) && target[path.Length] == '#' ? target[path.Length..] : Root + target;
    }
}
