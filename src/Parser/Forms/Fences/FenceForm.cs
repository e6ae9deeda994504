using Lectern.Model;
using Lectern.Notation;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lectern.Forms.Fences;

/// <summary>F23. Everything between two fences is text.</summary>
internal sealed class FenceForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        var parser = new FenceParser();
        parser.Closed += ReportUnclosed;
        pipeline.BlockParsers.Add(parser);
    }

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new FenceRenderer());

    private static void ReportUnclosed(BlockProcessor processor, Block block)
    {
        if (block is not FencedCodeBlock { ClosingFencedCharCount: 0 } fence)
            return;
        var context = NotationContext.Of(processor);
        var lastLine = fence.Line + 1 + fence.Lines.Count;
        fence.Span.End = context.Source.LineStart(lastLine) + context.Source.Line(lastLine).Length - 1;
        fence.Parent!.UpdateSpanEnd(fence.Span.End);
        var mark = new string(fence.FencedChar, fence.OpeningFencedCharCount);
        context.Report(DiagnosticCodes.FenceUnclosed, fence.Span.Start, fence.OpeningFencedCharCount, "the code block is not closed", $"a line `{mark}`", mark);
    }
}

/// <summary>Markdig's parser, with a span that ends where the opening line ends and not behind it.</summary>
internal sealed class FenceParser : FencedCodeBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var state = base.TryOpen(processor);
        if (state != BlockState.None)
            processor.NewBlocks.Peek().Span.End = processor.Line.End;
        return state;
    }
}

internal sealed class FenceRenderer : HtmlObjectRenderer<FencedCodeBlock>
{
    protected override void Write(HtmlRenderer renderer, FencedCodeBlock obj)
    {
        var lines = Enumerable.Range(0, Math.Max(0, obj.Lines.Count)).Select(i => obj.Lines.Lines[i].Slice.ToString());
        var language = string.IsNullOrEmpty(obj.Info) ? null : obj.Info;
        renderer.EnsureLine().WriteLine(((Rendering.ProseHtmlRenderer)renderer).Host.Code(language, string.Join('\n', lines)));
    }
}
