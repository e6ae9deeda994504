using Lectern.Forms.Paragraphs;
using Lectern.Notation;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lectern.Forms.BoldHeadings;

/// <summary>F12. A line that is all bold, <c>**text**</c> or <c>**text:**</c>, heads a section below every <c>#</c>; never inside an item or a quotation.</summary>
internal sealed class BoldHeadingForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Add(new BoldHeadingParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new BoldHeadingRenderer());
}

internal sealed class BoldHeadingBlock : LeafBlock
{
    public BoldHeadingBlock(BlockParser parser)
        : base(parser) => ProcessInlines = true;
}

internal sealed class BoldHeadingParser : BlockParser
{
    public BoldHeadingParser() => OpeningCharacters = ['*'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock || !ParagraphParser.MayGoOn(processor, block);

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.GetCurrentContainerOpened() is not MarkdownDocument)
            return BlockState.None;
        var line = processor.Line.AsSpan().TrimEnd();
        var bold = line.EndsWith(":") ? line[..^1] : line;
        if (bold.Length < 5 || !bold.StartsWith("**") || !bold.EndsWith("**"))
            return BlockState.None;
        var text = bold[2..^2];
        if (text.Contains('*') || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            return BlockState.None;
        processor.NewBlocks.Push(new BoldHeadingBlock(this) { Column = processor.Column, Span = new(processor.Start, processor.Line.End) });
        return BlockState.Break;
    }
}

internal sealed class BoldHeadingRenderer : HtmlObjectRenderer<BoldHeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, BoldHeadingBlock obj)
    {
        renderer.EnsureLine().Write($"<p class=\"bold-heading\" id=\"{((Rendering.ProseHtmlRenderer)renderer).Anchor(obj)}\">");
        renderer.WriteLeafInline(obj);
        renderer.WriteLine("</p>");
    }
}
