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

/// <summary>Opens a list before the first of neighbouring items and closes it after the last.</summary>
internal sealed class ItemRenderer : HtmlObjectRenderer<ItemBlock>
{
    protected override void Write(HtmlRenderer renderer, ItemBlock obj)
    {
        var html = (Rendering.ProseHtmlRenderer)renderer;
        var element = obj.Number >= 0 ? "ol" : "ul";
        if (!IsSameList(html.Previous(obj), obj))
            renderer.EnsureLine().WriteLine(obj.Number > 1 ? $"<{element} start=\"{obj.Number}\">" : $"<{element}>");
        renderer.Write(obj.Mark == '?' ? "<li class=\"question\">" : "<li>");
        var tight = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = obj.All(child => child is not ParagraphBlock || child == obj[0]);
        renderer.WriteChildren(obj);
        renderer.ImplicitParagraph = tight;
        renderer.WriteLine("</li>");
        if (!IsSameList(obj, html.Next(obj)))
            renderer.EnsureLine().WriteLine($"</{element}>");
    }

    private static bool IsSameList(Block? first, Block? second) =>
        first is ItemBlock a && second is ItemBlock b && (a.Number >= 0) == (b.Number >= 0);
}
