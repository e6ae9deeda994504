using Lectern.Forms.Links;
using Lectern.Notation;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.Images;

/// <summary>F27. <c>![alt](source){ key=value .class #id }</c>.</summary>
internal sealed class ImageForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Add(new ImageParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new ImageRenderer());
}

/// <summary>A picture, in Markdown or as a tag. <see cref="Attributes"/> is the source text of its attributes.</summary>
internal sealed class ImageInline(string alt, string source, string attributes, bool isHtml) : LeafInline
{
    public string Alt { get; } = alt;

    public string Source { get; } = source;

    public string Attributes { get; } = attributes;

    public bool IsHtml { get; } = isHtml;
}

internal sealed class ImageParser : NotationInlineParser
{
    public ImageParser() => OpeningCharacters = ['!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var scan = NotationContext.Of(processor).Scan;
        if (slice.PeekChar() != '['
            || !scan.TryFind(processor, slice, slice.Start + 1, SpanKind.Bracket, out var bracket) || bracket.End >= slice.End
            || !scan.TryFind(processor, slice, bracket.End + 1, SpanKind.Parenthesis, out var parenthesis))
            return false;
        var text = slice.Text;
        var (source, _) = LinkDestination.Read(text.AsSpan(bracket.End + 2, parenthesis.End - bracket.End - 2));
        var after = parenthesis.End + 1;
        var attributes = "";
        if (after <= slice.End && text[after] == '{')
        {
            var length = slice.Text.AsSpan(after, slice.End + 1 - after).IndexOfAny("}{[\n\r");
            if (length > 0 && text[after + length] == '}')
            {
                attributes = text[(after + 1)..(after + length)].Trim();
                after += length + 1;
            }
        }

        return Emit(processor, ref slice, after, new ImageInline(text[(bracket.Start + 1)..bracket.End], source, attributes, isHtml: false));
    }
}

/// <summary>The host decides what becomes of a picture: pages load nothing from elsewhere.</summary>
internal sealed class ImageRenderer : HtmlObjectRenderer<ImageInline>
{
    protected override void Write(HtmlRenderer renderer, ImageInline obj) =>
        renderer.Write(((Rendering.ProseHtmlRenderer)renderer).Host.Image(obj.Alt, obj.Source));
}
