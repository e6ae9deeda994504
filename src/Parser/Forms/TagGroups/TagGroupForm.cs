using Lectern.Forms.Items;
using Lectern.Forms.Zettels;
using Lectern.Model;
using Lectern.Notation;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.TagGroups;

/// <summary>F41, F11, F54. <c>#a#b#</c> after a zettel identifier or the mark of an item, and at the end of a heading or an item.</summary>
internal sealed class TagGroupForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Add(new TagGroupParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new TagGroupRenderer());
}

internal sealed class TagGroupInline(string[] tags) : LeafInline
{
    public IReadOnlyList<string> Tags { get; } = tags;
}

internal sealed class TagGroupParser : NotationInlineParser
{
    public TagGroupParser() => OpeningCharacters = ['#'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var inItem = IsOnFirstLineOfItem(processor, slice);
        var atStart = (inItem || processor.Block is ZettelBlock) && IsAtLineStart(processor);
        if (!atStart && !slice.PeekCharExtra(-1).IsSpaceOrTab())
            return false;
        var rest = slice.AsSpan();
        var end = rest.IndexOfAny(" \t\n\r");
        var group = end < 0 ? rest : rest[..end];
        if (!IsGroup(group))
        {
            if (atStart && group.Length > 1 && group[1] is not '#' && char.IsLetter(group[1]) && end > 0)
            {
                NotationContext.Of(processor).Report(
                    DiagnosticCodes.TagUnclosed, processor.GetSourcePosition(slice.Start), group.Length,
                    $"the tag group `{group}` is not closed", "`#` after the last tag", $"{group.TrimEnd('#')}#");
            }

            return false;
        }

        if (!atStart && !(EndsLine(rest[group.Length..]) && (inItem || processor.Block is HeadingBlock)))
            return false;
        return Emit(processor, ref slice, slice.Start + group.Length, new TagGroupInline(group[1..^1].ToString().Split('#')));
    }

    private static bool IsOnFirstLineOfItem(InlineProcessor processor, in StringSlice slice) =>
        processor.Block!.Parent is ItemBlock item && item[0] == processor.Block
        && NotationContext.Of(processor).Source.Locate(processor.GetSourcePosition(slice.Start)).Line == processor.Block.Line + 1;

    private static bool EndsLine(ReadOnlySpan<char> rest) => rest.TrimStart(" \t") is [] or ['\n', ..] or ['\r', ..];

    private static bool IsGroup(ReadOnlySpan<char> group) =>
        group.Length > 2 && group[0] == '#' && group[^1] == '#' && !group.Contains("##", StringComparison.Ordinal);
}

internal sealed class TagGroupRenderer : HtmlObjectRenderer<TagGroupInline>
{
    protected override void Write(HtmlRenderer renderer, TagGroupInline obj)
    {
        renderer.Write("<span class=\"tags\">");
        foreach (var tag in obj.Tags)
        {
            var url = ((Rendering.ProseHtmlRenderer)renderer).Host.Resolve(LinkForm.Tag, tag, tag);
            renderer.Write(url is null ? "<span class=\"tag\">" : Rendering.ProseHtmlRenderer.OpenLink(url, "tag")).WriteEscape(tag).Write(url is null ? "</span> " : "</a> ");
        }

        renderer.Write("</span>");
    }
}
