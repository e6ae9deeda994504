using Lectern.Notation;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lectern.Forms.Tables;

/// <summary>F28. Lines between pipes, the second of dashes. The rows stay source text; cells are read when they are shown.</summary>
internal sealed class TableForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Add(new TableParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new TableRenderer());
}

internal sealed class TableBlock(BlockParser parser) : LeafBlock(parser)
{
    public static IEnumerable<string> Cells(string row) =>
        row.Trim().Trim('|').Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|').Select(cell => cell.Replace('\u0001', '|').Trim());
}

internal sealed class TableParser : BlockParser
{
    public TableParser() => OpeningCharacters = ['|'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var context = NotationContext.Of(processor);
        var next = processor.LineIndex + 2;
        if (next > context.Source.LineCount || !IsRule(context.Source.Line(next)))
            return BlockState.None;
        processor.NewBlocks.Push(new TableBlock(this) { Column = processor.Column, Span = new(processor.Start, processor.Line.End) });
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.CurrentChar != '|')
            return processor.IsBlankLine ? BlockState.BreakDiscard : BlockState.None;
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    private static bool IsRule(ReadOnlySpan<char> line) =>
        line.IndexOfAnyExcept("|-: \t") < 0 && line.Contains('-') && line.Contains('|');
}

internal sealed class TableRenderer : HtmlObjectRenderer<TableBlock>
{
    protected override void Write(HtmlRenderer renderer, TableBlock obj)
    {
        var html = (Rendering.ProseHtmlRenderer)renderer;
        var rows = Enumerable.Range(0, obj.Lines.Count).Select(i => TableBlock.Cells(obj.Lines.Lines[i].Slice.ToString())).ToList();
        renderer.EnsureLine().WriteLine("<div class=\"scroll\" role=\"region\" aria-label=\"table\" tabindex=\"0\"><table><thead>");
        Row("th scope=\"col\"", "th", rows[0]);
        renderer.WriteLine("</thead><tbody>");
        foreach (var row in rows.Skip(2))
            Row("td", "td", row);
        renderer.WriteLine("</tbody></table></div>");

        void Row(string open, string close, IEnumerable<string> cells)
        {
            renderer.Write("<tr>");
            foreach (var cell in cells)
                renderer.Write($"<{open}>").Write(html.Inline(cell)).Write($"</{close}>");
            renderer.WriteLine("</tr>");
        }
    }
}
