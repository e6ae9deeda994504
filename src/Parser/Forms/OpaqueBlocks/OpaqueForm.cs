using Lectern.Forms.Paragraphs;
using Lectern.Notation;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lectern.Forms.OpaqueBlocks;

/// <summary>
/// F29–F33. Lines that are instructions to other programs: tag queries <c>% #a#b#</c>, <c>[[toc]]</c>, snippets
/// <c>--8&lt;--</c>, Liquid <c>{% … %}</c>, attribute lists <c>{: … }</c>, content tabs <c>=== "…"</c>, footnotes
/// <c>[^n]: …</c>. They are kept and not shown.
/// </summary>
internal sealed class OpaqueForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Add(new OpaqueParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new Silent());

    private sealed class Silent : HtmlObjectRenderer<OpaqueBlock>
    {
        protected override void Write(HtmlRenderer renderer, OpaqueBlock obj)
        {
        }
    }
}

internal sealed class OpaqueBlock(BlockParser parser, string kind) : LeafBlock(parser)
{
    public string Kind { get; } = kind;
}

internal sealed class OpaqueParser : BlockParser
{
    public OpaqueParser() => OpeningCharacters = ['%', '[', '-', '{', '='];

    /// <summary>An attribute list stands directly below what it is about.</summary>
    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock || processor.CurrentChar == '{' || !ParagraphParser.MayGoOn(processor, block);

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (Classify(processor.Line.AsSpan().TrimEnd()) is not { } kind)
            return BlockState.None;
        processor.NewBlocks.Push(new OpaqueBlock(this, kind) { Column = processor.Column, Span = new(processor.Start, processor.Line.End) });
        return BlockState.BreakDiscard;
    }

    private static string? Classify(ReadOnlySpan<char> line) => line switch
    {
        ['%', ' ', '#', .., '#'] => "query",
        "[[toc]]" or "[toc]" or "[TOC]" => "toc",
        ['-', '-', '8', '<', '-', '-', ..] => "snippet",
        ['{', '%', .., '%', '}'] => "liquid",
        ['{', ':', .., '}'] => "attributes",
        ['=', '=', '=', ' ', '"', .., '"'] => "tab",
        ['[', '^', ..] when line.Contains("]:", StringComparison.Ordinal) => "footnote",
        _ => null,
    };
}
