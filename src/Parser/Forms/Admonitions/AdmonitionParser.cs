using Lectern.Model;
using Lectern.Notation;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Forms.Admonitions;

/// <summary>
/// A title may be closed at the end of one of the next lines; three are looked at. Otherwise it ends where its line ends.
/// </summary>
internal sealed class AdmonitionParser : BlockParser
{
    private const int MaximumTitleLines = 3;
    private const int BodyIndent = 4;

    public AdmonitionParser() => OpeningCharacters = ['!', '?'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (!AdmonitionHeader.TryRead(processor.Line.AsSpan(), out var header) || !Nesting.MayOpen(processor))
            return BlockState.None;
        var context = NotationContext.Of(processor);
        var (start, length) = (processor.Line.Start, processor.Line.Length);
        if (header.Irregular is { } irregular)
            context.Report(DiagnosticCodes.AdmonitionHeader, start, length, $"this admonition is irregular: {irregular}", "`??? kind \"title\"`");

        var title = new AdmonitionTitle(this) { Column = processor.Column + header.TitleStart };
        var end = header.TitleEnd;
        if (end < 0)
        {
            title.LinesToCome = LinesToClose(context, processor.LineIndex);
            context.Report(
                title.LinesToCome > 0 ? DiagnosticCodes.AdmonitionTitleWrapped : DiagnosticCodes.AdmonitionTitleUnclosed,
                start + header.TitleStart - 1, 1,
                title.LinesToCome > 0 ? "the title is closed on a later line" : "the title is not closed", "a closing `\"` on the same line", "\"");
            end = length;
        }

        processor.NewBlocks.Push(title);
        processor.NewBlocks.Push(new AdmonitionBlock(this)
        {
            Kind = header.Kind.ToString(),
            Collapsed = header.Collapsed,
            Column = processor.Column,
            Span = new(start, processor.Line.End),
        });
        processor.Line.End = start + end - 1;
        processor.Line.Start = start + header.TitleStart;
        title.Span = new(processor.Line.Start, processor.Line.End);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is AdmonitionTitle title)
            return ContinueTitle(processor, title);
        var admonition = (AdmonitionBlock)block;
        if (processor.IsBlankLine || admonition.Heading is { LinesToCome: > 0 })
            return BlockState.Continue;
        if (processor.Column < admonition.Column + BodyIndent)
            return BlockState.None;
        processor.GoToColumn(admonition.Column + BodyIndent);
        return BlockState.Continue;
    }

    private static BlockState ContinueTitle(BlockProcessor processor, AdmonitionTitle title)
    {
        if (title.LinesToCome == 0)
            return BlockState.None;
        if (--title.LinesToCome == 0)
            processor.Line.End = processor.Line.Text.AsSpan(0, processor.Line.End + 1).LastIndexOf('"') - 1;
        title.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    private static int LinesToClose(NotationContext context, int lineIndex)
    {
        for (var ahead = 1; ahead <= MaximumTitleLines; ahead++)
        {
            if (lineIndex + 1 + ahead > context.Source.LineCount)
                return 0;
            var line = context.Source.Line(lineIndex + 1 + ahead).TrimEnd();
            if (line.IsEmpty)
                return 0;
            if (line[^1] == '"')
                return ahead;
        }

        return 0;
    }
}
