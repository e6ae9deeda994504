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
        var parser = new FencedCodeBlockParser();
        parser.Closed += ReportUnclosed;
        pipeline.BlockParsers.Add(parser);
    }

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new FenceRenderer());

    private static void ReportUnclosed(BlockProcessor processor, Block block)
    {
        if (block is FencedCodeBlock { ClosingFencedCharCount: 0 } fence)
        {
            var mark = new string(fence.FencedChar, fence.OpeningFencedCharCount);
            NotationContext.Of(processor).Report(
                DiagnosticCodes.FenceUnclosed, fence.Span.Start, fence.OpeningFencedCharCount, "the code block is not closed", $"a line `{mark}`", mark);
        }
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
