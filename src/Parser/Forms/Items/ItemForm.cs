using Lectern.Notation;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Lectern.Forms.Items;

internal sealed class ItemForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        // A rule of dashes looks like the mark of an item; it is tried first.
        pipeline.BlockParsers.Add(new ThematicBreakParser());
        pipeline.BlockParsers.Add(new ItemParser());
    }

    protected override void Setup(Rendering.ProseHtmlRenderer renderer)
    {
        renderer.ObjectRenderers.Add(new ThematicBreakRenderer());
        renderer.ObjectRenderers.Add(new ItemRenderer());
    }
}

/// <summary>Opens a list before the first of neighbouring items and closes it after the last; items without text are left out.</summary>
internal sealed class ItemRenderer : HtmlObjectRenderer<ItemBlock>
{
    protected override void Write(HtmlRenderer renderer, ItemBlock obj)
    {
        if (obj.Count == 0)
            return;
        var html = (Rendering.ProseHtmlRenderer)renderer;
        var element = obj.Number >= 0 ? "ol" : "ul";
        if (!IsSameList(SkipEmpty(html.Previous(obj), html.Previous), obj))
            renderer.EnsureLine().WriteLine(obj.Number > 1 ? $"<{element} start=\"{obj.Number}\">" : $"<{element}>");
        WriteItem(renderer, obj);
        if (!IsSameList(obj, SkipEmpty(html.Next(obj), html.Next)))
            renderer.EnsureLine().WriteLine($"</{element}>");
    }

    private static void WriteItem(HtmlRenderer renderer, ItemBlock item)
    {
        renderer.Write(item.Mark == '?' ? "<li class=\"question\">" : "<li>");
        if (item.Time is { } time)
            renderer.Write($"<span class=\"time\">{time}</span> ");
        var tight = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = item.All(child => child is not ParagraphBlock || child == item[0]);
        renderer.WriteChildren(item);
        renderer.ImplicitParagraph = tight;
        renderer.WriteLine("</li>");
    }

    private static Block? SkipEmpty(Block? block, Func<Block, Block?> next)
    {
        while (block is ItemBlock { Count: 0 })
            block = next(block);
        return block;
    }

    private static bool IsSameList(Block? first, Block? second) =>
        first is ItemBlock a && second is ItemBlock b && (a.Number >= 0) == (b.Number >= 0);
}
