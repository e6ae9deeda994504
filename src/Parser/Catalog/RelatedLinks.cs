using Lectern.Identifiers;
using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>What the links beside an entry are for, told by their label, else by where they lead.</summary>
internal static class RelatedLinks
{
    private static readonly string[] CodeLabels = ["code", "github", "repo", "repository", "source", "source code", "official code", "implementation"];

    private static readonly string[] TextLabels = ["paper", "pdf", "arxiv", "preprint", "article", "doi"];

    public static bool IsCode(Link link) =>
        Address.IsHttp(link.Target) && (CodeLabels.Contains(Word(link.Label)) || Address.IsCode(link.Target));

    /// <summary>A link to the work itself: labelled so, or a bare arXiv or DOI address.</summary>
    public static bool IsText(Link link) =>
        TextLabels.Contains(Word(link.Label))
        || (link.Form is LinkForm.Bare or LinkForm.Autolink && (ArxivId.Find(link.Target) ?? (object?)Doi.Find(link.Target)) is not null);

    private static string Word(string label) => label.Trim().TrimEnd('.', ':').ToLowerInvariant();
}
