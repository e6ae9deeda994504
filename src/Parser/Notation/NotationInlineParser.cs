using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Lectern.Notation;

/// <summary>An inline parser with the looks into its surroundings that several forms need.</summary>
internal abstract class NotationInlineParser : InlineParser
{
    /// <summary>
    /// Emits a leaf for the slice from its start to <paramref name="after"/> and moves there; refused where the leaf
    /// would run past the end of the container it is in.
    /// </summary>
    protected static bool Emit(InlineProcessor processor, ref StringSlice slice, int after, LeafInline inline)
    {
        if (after > NotationContext.Of(processor).Nesting.Limit(processor, slice))
            return false;
        Place(processor, inline, slice.Start, after);
        processor.Inline = inline;
        slice.Start = after;
        return true;
    }

    protected static void Place(InlineProcessor processor, Inline inline, int start, int after)
    {
        inline.Span.Start = processor.GetSourcePosition(start, out var line, out var column);
        inline.Span.End = processor.GetSourcePosition(after - 1);
        inline.Line = line;
        inline.Column = column;
    }

    /// <summary>True for the first inline of a leaf or of one of its lines.</summary>
    protected static bool IsAtLineStart(InlineProcessor processor) => processor.Root!.LastChild is null or LineBreakInline;
}
