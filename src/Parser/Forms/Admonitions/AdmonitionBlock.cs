using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Forms.Admonitions;

/// <summary>F25. <c>!!!</c> or <c>???</c>, kind, title, and a body indented by four; the first child is the title.</summary>
internal sealed class AdmonitionBlock(BlockParser parser) : ContainerBlock(parser)
{
    public required string Kind { get; init; }

    public required bool Collapsed { get; init; }

    public AdmonitionTitle? Heading => Count > 0 ? this[0] as AdmonitionTitle : null;
}

/// <summary>The title without its quotation marks.</summary>
internal sealed class AdmonitionTitle : LeafBlock
{
    public AdmonitionTitle(BlockParser parser)
        : base(parser) => ProcessInlines = true;

    /// <summary>Lines the title still takes before the one that closes it.</summary>
    public int LinesToCome { get; set; }
}
