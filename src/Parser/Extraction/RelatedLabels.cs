namespace Lectern.Extraction;

/// <summary>Labels that say what a link is to the work above it instead of naming a work.</summary>
internal static class RelatedLabels
{
    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
        { "paper", "pdf", "arxiv", "code", "github", "repository", "implementation", "blog", "blog post", "post", "project", "project page", "website", "demo", "video", "talk", "slides", "data", "model", "weights" };

    public static bool Contains(string label) => Labels.Contains(label.Trim());
}
