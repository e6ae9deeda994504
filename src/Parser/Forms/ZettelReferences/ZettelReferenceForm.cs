using Lectern.Identifiers;
using Lectern.Model;
using Lectern.Notation;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.ZettelReferences;

/// <summary>F53. <c>[z:HHMM.uUUgg.rrrrr]</c> inside text leads to the entry of that identifier.</summary>
internal sealed class ZettelReferenceForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Add(new ZettelReferenceParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new ZettelReferenceRenderer());
}

internal sealed class ZettelReferenceInline(ZettelId id) : LeafInline
{
    public ZettelId Id { get; } = id;
}

internal sealed class ZettelReferenceParser : NotationInlineParser
{
    private const int Width = 20;

    public ZettelReferenceParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (text.Length < Width || text[Width - 1] != ']' || ZettelId.TryParse(text[1..(Width - 1)]) is not { } id)
            return false;
        return Emit(processor, ref slice, slice.Start + Width, new ZettelReferenceInline(id));
    }
}

internal sealed class ZettelReferenceRenderer : HtmlObjectRenderer<ZettelReferenceInline>
{
    protected override void Write(HtmlRenderer renderer, ZettelReferenceInline obj) =>
        ((Rendering.ProseHtmlRenderer)renderer).LinkOrText(LinkForm.Zettel, obj.Id.Text, open: "[", close: "]");
}
