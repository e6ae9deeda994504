using Lectern.Forms.Paragraphs;
using Lectern.Model;
using Lectern.Notation;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Forms.DisplayMath;

/// <summary>
/// <c>$$tex$$</c> on one line, or from a line that opens with the sign to the first that ends with it. A blank line
/// ends an unclosed formula, which is then a paragraph.
/// </summary>
internal sealed class DisplayMathParser(ParagraphParser paragraphs) : BlockParser
{
    public override void Initialize() => OpeningCharacters = ['$'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if (!line.StartsWith("$$") || line.StartsWith("$$$"))
            return BlockState.None;
        var block = new DisplayMathBlock(this) { Column = processor.Column, Span = new(processor.Start, processor.Line.End) };
        var rest = line[2..];
        var (end, anchor) = FindClose(rest);
        if (end < 0 && rest.Contains("$$", StringComparison.Ordinal))
            return BlockState.None;
        processor.NewBlocks.Push(block);
        if (end < 0)
            return BlockState.Continue;
        (block.Anchor, block.IsClosed) = (anchor, true);
        return BlockState.Break;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var math = (DisplayMathBlock)block;
        if (processor.IsBlankLine)
            return BlockState.None;
        processor.GoToColumn(processor.ColumnBeforeIndent);
        math.UpdateSpanEnd(processor.Line.End);
        var (end, anchor) = FindClose(processor.Line.AsSpan());
        if (end < 0)
            return BlockState.Continue;
        (math.Anchor, math.IsClosed) = (anchor, true);
        return BlockState.Break;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        var math = (DisplayMathBlock)block;
        if (math.IsClosed)
        {
            math.Tex = ReadTex(math);
            return true;
        }

        NotationContext.Of(processor).Report(
            DiagnosticCodes.MathUnclosed, math.Span.Start, 2, "the display formula is not closed", "`$$` at the end of a line before the next blank line", "$$");
        var paragraph = new ParagraphBlock(paragraphs) { Line = math.Line, Column = math.Column, Span = math.Span, Lines = math.Lines, ProcessInlines = true, IsOpen = false };
        paragraphs.Close(processor, paragraph);
        var parent = math.Parent!;
        parent[parent.IndexOf(math)] = paragraph;
        return true;
    }

    /// <summary>Where the closing sign stands that ends the line, and the name behind it.</summary>
    private static (int End, string? Anchor) FindClose(ReadOnlySpan<char> line)
    {
        var text = line.TrimEnd();
        string? anchor = null;
        if (text.EndsWith("}") && text.LastIndexOf("{#") is var brace and > 0)
        {
            anchor = text[(brace + 2)..^1].ToString();
            if (anchor.AsSpan().IndexOfAny(' ', '{', '}') < 0)
                text = text[..brace].TrimEnd();
            else
                anchor = null;
        }

        var end = text.Length - 2;
        return end >= 0 && text.EndsWith("$$") && !text[..end].Contains("$$", StringComparison.Ordinal) ? (end, anchor) : (-1, null);
    }

    private static string ReadTex(DisplayMathBlock math)
    {
        var text = math.Lines.Count == 1 ? math.Lines.Lines[0].Slice.ToString() : math.Lines.ToString();
        var end = text.LastIndexOf("$$", StringComparison.Ordinal);
        return text[2..end].Trim();
    }
}
