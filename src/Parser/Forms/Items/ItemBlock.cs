using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Forms.Items;

/// <summary>
/// F18, F19, F20. One list item with everything that is indented deeper than its mark. Lists are not blocks of their
/// own: neighbouring items of one parent are a list.
/// </summary>
internal sealed class ItemBlock(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary><c>-</c>, <c>*</c>, <c>+</c>, <c>?</c>; <c>.</c> for numbered items, <c>:</c> for a time.</summary>
    public required char Mark { get; init; }

    /// <summary>The number of a numbered item as written; -1 for others.</summary>
    public int Number { get; init; } = -1;

    /// <summary>The mark of an item that is a time, as written; null for others.</summary>
    public string? Time { get; init; }

    /// <summary>Column of the first character after the mark, where the item's own text begins.</summary>
    public required int ContentColumn { get; init; }

    /// <summary>Offset of the text after the mark.</summary>
    public required int ContentStart { get; init; }
}
