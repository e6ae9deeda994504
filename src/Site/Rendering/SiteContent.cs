using Lectern.Catalog;
using Lectern.Site.Formulas;
using Lectern.Site.Links;
using Lectern.Site.Pages;

namespace Lectern.Site.Rendering;

/// <summary>Everything the pages of one build share.</summary>
public sealed class SiteContent
{
    public required SiteSettings Settings { get; init; }

    public required KnowledgeBase Knowledge { get; init; }

    public required SiteMap Map { get; init; }

    public required LinkResolver Links { get; init; }

    public required FormulaSet Formulas { get; init; }

    public required Func<Paper, string> Cite { get; init; }

    public required bool HasFonts { get; init; }

    public WorkRows Rows => field ??= new(Map);

    /// <summary>The address of a page on the web; null where the site has no base address.</summary>
    public string? Absolute(string path) =>
        Settings.Base is { } address ? address + (path.EndsWith("index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path) : null;
}
