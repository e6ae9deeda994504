using Markdig.Renderers;
using Markdig.Syntax;

namespace Lectern.Rendering;

/// <summary>Markdig's HTML writer with the host at hand and nothing of Markdig's own renderers.</summary>
internal sealed class ProseHtmlRenderer : HtmlRenderer
{
    private readonly Dictionary<Block, (Block? Previous, Block? Next)> _neighbours = new(ReferenceEqualityComparer.Instance);

    public ProseHtmlRenderer(TextWriter writer, IProseHost host, int headingShift)
        : base(writer)
    {
        Host = host;
        HeadingShift = headingShift;
        MaximumNestingDepth = 2 * Notation.NotationContext.MaximumDepth + 64;
        ObjectRenderers.Clear();
    }

    public IProseHost Host { get; }

    public int HeadingShift { get; }

    public void WriteBlocks(IReadOnlyList<Block> blocks)
    {
        Index(blocks);
        foreach (var block in blocks)
            Write(block);
    }

    public string Anchor(Block heading) => System.Net.WebUtility.HtmlEncode(Host.Anchor(heading.Span.Start));

    public string Inline(string text) => new ProseRenderer(Host) { HeadingShift = HeadingShift }.Inline(text);

    public static string OpenLink(string url, string style = "") =>
        $"<a{(style.Length > 0 ? $" class=\"{style}\"" : "")} href=\"{System.Net.WebUtility.HtmlEncode(url)}\">";

    /// <summary>A text that names its own destination: a link where the host has a place for it, else the text between two marks.</summary>
    public void LinkOrText(Model.LinkForm form, string text, string style = "", string open = "", string close = "")
    {
        if (Host.Resolve(form, text, text) is { } url)
            Write(OpenLink(url, style)).WriteEscape(text).Write("</a>");
        else
            Write(open).WriteEscape(text).Write(close);
    }

    /// <summary>The block written before this one in the same list: blocks chosen from a document are neighbours of each other.</summary>
    public Block? Previous(Block block) => Neighbours(block).Previous;

    public Block? Next(Block block) => Neighbours(block).Next;

    private (Block? Previous, Block? Next) Neighbours(Block block)
    {
        if (!_neighbours.ContainsKey(block))
            Index(block.Parent!);
        return _neighbours[block];
    }

    private void Index(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
            _neighbours[blocks[i]] = (i > 0 ? blocks[i - 1] : null, i + 1 < blocks.Count ? blocks[i + 1] : null);
    }
}
