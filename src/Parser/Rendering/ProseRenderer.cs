using Lectern.Model;
using Lectern.Notation;
using Lectern.Text;
using Markdig;
using Markdig.Syntax;

namespace Lectern.Rendering;

/// <summary>What rendering needs to know from its surroundings: formulas, link targets, program text.</summary>
public interface IProseHost
{
    /// <summary>HTML of a formula. <paramref name="anchor"/> names a display formula that can be linked to.</summary>
    string Math(string tex, bool display, string? anchor);

    /// <summary>Where a link leads on this site: an absolute http(s) or mailto URL, a URL relative to the page, or null to show the label as text.</summary>
    string? Resolve(LinkForm form, string label, string destination);

    /// <summary>HTML of a fenced block, from its info string and its text.</summary>
    string Code(string? language, string text);

    /// <summary>HTML of a picture.</summary>
    string Image(string alt, string source);

    /// <summary>The anchor of the heading at an offset of the document; unique on its page.</summary>
    string Anchor(int offset);
}

/// <summary>
/// Blocks of the notation to HTML that is safe to publish whatever the source said: every text is escaped, every URL
/// goes through the host, and no tag of the source is copied.
/// </summary>
public sealed class ProseRenderer(IProseHost host)
{
    /// <summary>How far headings are moved down: 1 makes <c>#</c> an <c>h2</c>.</summary>
    public int HeadingShift { get; init; } = 1;

    /// <summary>HTML to stand before a block, inside the item that holds it; asked for every block but the items themselves.</summary>
    public Func<Block, string>? Before { get; init; }

    /// <summary>HTML to stand behind a block.</summary>
    public Func<Block, string>? After { get; init; }

    public string Blocks(IReadOnlyList<Block> blocks)
    {
        using var writer = new StringWriter();
        var renderer = new ProseHtmlRenderer(writer, host, HeadingShift);
        NotationPipeline.Instance.Setup(renderer);
        if (Before is not null)
            renderer.ObjectWriteBefore += (_, written) => Surround(renderer, written, Before);
        if (After is not null)
            renderer.ObjectWriteAfter += (_, written) => Surround(renderer, written, After);
        renderer.WriteBlocks(blocks);
        return writer.ToString();
    }

    private static void Surround(ProseHtmlRenderer renderer, MarkdownObject written, Func<Block, string> html)
    {
        if (written is Block block and not Forms.Items.ItemBlock)
            renderer.Write(html(block));
    }

    /// <summary>One line of notation, without a surrounding paragraph.</summary>
    public string Inline(string text)
    {
        var source = SourceText.From("", text.ReplaceLineEndings(" ").Trim());
        var syntax = Markdown.Parse(source.Text, NotationPipeline.Instance, new NotationContext(source, Dialect.Gfm));
        using var writer = new StringWriter();
        var renderer = new ProseHtmlRenderer(writer, host, HeadingShift) { ImplicitParagraph = true };
        NotationPipeline.Instance.Setup(renderer);
        renderer.WriteBlocks(syntax);
        return writer.ToString().Trim();
    }
}
