using Lectern.Forms.Admonitions;
using Lectern.Model;
using Lectern.Notation;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Forms.Paragraphs;

/// <summary>
/// F16. Lines that are nothing else. Underlined headings and link reference definitions do not exist in the notation.
/// An unindented line continues the text of an item only where the dialect writes so; a quotation may always go on
/// without its marks, but not with fewer of them. The body of an admonition is what is indented.
/// </summary>
internal sealed class ParagraphParser : ParagraphBlockParser
{
    public ParagraphParser() => ParseSetextHeadings = false;

    public override BlockState TryOpen(BlockProcessor processor) => BlockState.None;

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsLazy && !processor.IsBlankLine && !MayGoOn(processor, block))
            return BlockState.None;
        return base.TryContinue(processor, block);
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        ref var lines = ref ((ParagraphBlock)block).Lines;
        for (var i = 0; i < lines.Count; i++)
            lines.Lines[i].Slice.TrimStart();
        lines.Lines[lines.Count - 1].Slice.TrimEnd();
        return true;
    }

    /// <summary>Whether a line that belongs to no open block may continue the paragraph.</summary>
    public static bool MayGoOn(BlockProcessor processor, Block block)
    {
        if (processor.CurrentContainer is { IsOpen: true })
            return true;
        if (IsInAdmonition(block))
            return false;
        var context = NotationContext.Of(processor);
        return block.Parent is QuoteBlock
            ? !context.Source.Line(processor.LineIndex + 1).TrimStart().StartsWith(">")
            : context.Dialect is Dialect.Gfm or Dialect.MkDocs;
    }

    private static bool IsInAdmonition(Block block)
    {
        var parent = block.Parent;
        while (parent is not (null or AdmonitionBlock))
            parent = parent.Parent;
        return parent is not null;
    }
}

/// <summary>Opens a paragraph where <see cref="ParagraphParser"/> found none to continue.</summary>
internal sealed class ParagraphOpener(ParagraphParser paragraphs) : BlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsBlankLine)
            return BlockState.None;
        processor.NewBlocks.Push(new ParagraphBlock(paragraphs)
        {
            Column = processor.Column,
            Span = new(processor.Line.Start, processor.Line.End),
        });
        return BlockState.Continue;
    }
}
