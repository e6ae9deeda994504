using Lectern.Identifiers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Forms.Zettels;

/// <summary>F40. A line <c>[z:HHMM.uUUgg.rrrrr] …</c>; its inlines are what follows the identifier.</summary>
internal sealed class ZettelBlock : LeafBlock
{
    public ZettelBlock(BlockParser parser, ZettelId id)
        : base(parser)
    {
        Id = id;
        ProcessInlines = true;
    }

    public ZettelId Id { get; }
}
