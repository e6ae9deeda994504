using Markdig.Syntax;

namespace Lectern.Rendering;

/// <summary>What rendering needs to know from its surroundings: formulas, link targets, program text.</summary>
public interface IProseHost
{
    /// <summary>HTML of a formula. <paramref name="anchor"/> names a display formula that can be linked to.</summary>
    string Math(string tex, bool display, string? anchor);

    /// <summary>Where a link leads on this site: an absolute http(s) or mailto URL, a URL relative to the page, or null to show the label as text.</summary>
    string? Resolve(Model.LinkForm form, string label, string destination);

    /// <summary>HTML of a fenced block, from its info string and its text.</summary>
    string Code(string? language, string text);
}

/// <summary>Blocks of the notation to HTML that is safe to publish whatever the source said.</summary>
public sealed class ProseRenderer(IProseHost host)
{
    public string Blocks(IEnumerable<Block> blocks) => throw new NotSupportedException(host.ToString() + blocks);

    /// <summary>One line of notation, without a surrounding paragraph.</summary>
    public string Inline(string text) => throw new NotSupportedException(text);
}
