using Lectern.Identifiers;
using Lectern.Model;
using Lectern.Notation;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Forms.Zettels;

/// <summary>Never indented and never inside an item or a quote; interrupts a paragraph.</summary>
internal sealed class ZettelParser : BlockParser
{
    private const int Width = 20;

    public ZettelParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.Column != 0 || processor.GetCurrentContainerOpened() is not MarkdownDocument)
            return BlockState.None;
        var line = processor.Line.AsSpan();
        if (!line.StartsWith("[z:"))
            return BlockState.None;
        var id = line.Length >= Width && line[Width - 1] == ']' ? ZettelId.TryParse(line[1..(Width - 1)]) : null;
        if (id is null || (line.Length > Width && !char.IsWhiteSpace(line[Width])))
        {
            NotationContext.Of(processor).Report(
                DiagnosticCodes.ZettelMalformed, processor.Line.Start, Math.Min(line.Length, Width), "this is not a zettel identifier",
                "`[z:HHMM.uUUgg.rrrrr]` and a space", "[z:1125.23023.45031]");
            return BlockState.None;
        }

        if (id.Candidates.Count != 1)
        {
            NotationContext.Of(processor).Report(
                id.Candidates.Count == 0 ? DiagnosticCodes.ZettelUndated : DiagnosticCodes.ZettelAmbiguous, processor.Line.Start + 1, Width - 2,
                id.Candidates.Count == 0 ? $"{id.Text} is no time of any day" : $"{id.Text} fits {string.Join(" and ", id.Candidates.Select(c => $"{c:yyyy-MM-dd}"))}");
        }

        var start = processor.Line.Start;
        processor.Line.Start += Width;
        processor.Line.Trim();
        processor.NewBlocks.Push(new ZettelBlock(this, id) { Column = processor.Column, Span = new(start, Math.Max(processor.Line.End, start + Width - 1)) });
        return BlockState.Break;
    }
}
