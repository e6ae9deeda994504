using Lectern.Notation;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Forms.Quotes;

internal sealed class QuoteParser : BlockParser
{
    public QuoteParser() => OpeningCharacters = ['>'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (!Nesting.MayOpen(processor))
            return BlockState.None;
        processor.NewBlocks.Push(new QuoteBlock(this) { Column = processor.Column, Span = new(processor.Start, processor.Line.End), QuoteChar = '>' });
        SkipMark(processor);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.CurrentChar != '>')
            return processor.IsBlankLine ? BlockState.BreakDiscard : BlockState.None;
        block.UpdateSpanEnd(processor.Line.End);
        SkipMark(processor);
        return BlockState.Continue;
    }

    private static void SkipMark(BlockProcessor processor)
    {
        if (processor.NextChar().IsSpaceOrTab())
            processor.NextColumn();
    }
}
