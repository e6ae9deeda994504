using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Forms.DisplayMath;

/// <summary>F24. A formula on lines of its own.</summary>
internal sealed class DisplayMathBlock(BlockParser parser) : LeafBlock(parser)
{
    public string Tex { get; set; } = "";

    /// <summary>The name after the closing sign: <c>$$ … $$ {#eq-name}</c>.</summary>
    public string? Anchor { get; set; }

    public bool IsClosed { get; set; }
}
