using Lectern.Model;
using Lectern.Notation;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Forms.Items;

/// <summary>Indentation is compared, never divided: a line belongs to every open item whose mark stands left of it.</summary>
internal sealed class ItemParser : BlockParser
{
    public ItemParser() => OpeningCharacters = ['-', '*', '+', '?', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var (width, mark, number) = ReadMark(processor.Line.AsSpan(), NotationContext.Of(processor).Dialect);
        if (width == 0 || !Nesting.MayOpen(processor))
            return BlockState.None;
        var (start, column) = (processor.Start, processor.Column);
        var time = mark == ':' ? processor.Line.AsSpan()[..width].ToString() : null;
        processor.Line.Start += width;
        processor.Column += width;
        var blank = processor.Line.AsSpan().IsWhiteSpace();
        if (!blank)
            processor.ParseIndent();
        processor.NewBlocks.Push(new ItemBlock(this)
        {
            Mark = mark,
            Number = number,
            Time = time,
            Column = column,
            ContentColumn = processor.Column,
            ContentStart = processor.Start,
            Span = new(start, blank ? start + width - 1 : processor.Line.End),
        });
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var item = (ItemBlock)block;
        if (processor.IsBlankLine)
            return BlockState.Continue;
        if (processor.Column <= item.Column)
            return BlockState.None;
        // Only the innermost item gives its indentation up to what stands in it; going back for each would cost depth times width.
        if (processor.NextContinue is not ItemBlock)
            processor.GoToColumn(Math.Min(processor.Column, item.ContentColumn));
        return BlockState.Continue;
    }

    private static (int Width, char Mark, int Number) ReadMark(ReadOnlySpan<char> line, Dialect dialect)
    {
        var first = line[0];
        if (!char.IsAsciiDigit(first))
            return (first != '?' || dialect == Dialect.Zortex) && EndsMark(line, 1) ? (1, first, -1) : default;
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 9)
            return default;
        if (line[digits] == '.' && EndsMark(line, digits + 1))
            return (digits + 1, '.', int.Parse(line[..digits]));
        var isTime = dialect == Dialect.Zortex && line[digits] == ':' && digits < line.Length - 2
            && char.IsAsciiDigit(line[digits + 1]) && char.IsAsciiDigit(line[digits + 2]) && EndsMark(line, digits + 3);
        return isTime ? (digits + 3, ':', -1) : default;
    }

    private static bool EndsMark(ReadOnlySpan<char> line, int at) => at >= line.Length || line[at].IsSpaceOrTab();
}
