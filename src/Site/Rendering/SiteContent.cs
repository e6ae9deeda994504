using Lectern.Catalog;
using Lectern.Code;
using Lectern.Model;
using Lectern.Site.Formulas;
using Lectern.Site.Links;
using Lectern.Site.Maps;
using Lectern.Site.Pages;

namespace Lectern.Site.Rendering;

/// <summary>Everything the pages of one build share.</summary>
public sealed class SiteContent
{
    private Dictionary<string, Implementation>? _byPaper;

    public required SiteSettings Settings { get; init; }

    public required KnowledgeBase Knowledge { get; init; }

    public required SiteMap Map { get; init; }

    public IReadOnlyList<Implementation> Implementations { get; init; } = [];

    public Implementation? Of(Paper paper) => (_byPaper ??= Implementations.ToDictionary(i => i.Name, StringComparer.Ordinal)).GetValueOrDefault(paper.Id);

    /// <summary>Those of the map of the field; empty where there is none.</summary>
    public IReadOnlyList<PlacedTopic> Topics { get; init; } = [];

    /// <summary>Built beside the other steps; whoever asks first waits for it.</summary>
    public required Task<LinkResolver> Resolver { get; init; }

    public LinkResolver Links => Resolver.GetAwaiter().GetResult();

    public required FormulaSet Formulas { get; init; }

    public required Func<Paper, string> Cite { get; init; }

    public required bool HasFonts { get; init; }

    public required bool HasSearch { get; init; }

    /// <summary>The documents that are shown as lists.</summary>
    public IReadOnlyList<Document> Lists => field ??= [.. Knowledge.Documents.Where(d => Map.OfList(d) is not null)];

    public WorkRows Rows => field ??= new(this);

    /// <summary>The address of a page on the web; null where the site has no base address.</summary>
    public string? Absolute(string path) => Settings.Base is { } address ? address + Address(path) : null;

    /// <summary>A path as people share it: a folder stands for its index.</summary>
    internal static string Address(string path) =>
        path.EndsWith("index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;
}
