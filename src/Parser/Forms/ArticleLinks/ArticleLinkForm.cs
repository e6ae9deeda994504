using Lectern.Model;
using Lectern.Notation;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.ArticleLinks;

/// <summary>
/// F51, F52. <c>[Name]</c> or <c>[Article/#Heading]</c>. What stands in brackets may as well be an aside, so this is a
/// candidate until something of that name is found; intervals, arrays, lists and citations are none.
/// </summary>
internal sealed class ArticleLinkForm : NotationForm
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Add(new ArticleLinkParser());

    protected override void Setup(Rendering.ProseHtmlRenderer renderer) => renderer.ObjectRenderers.Add(new ArticleLinkRenderer());
}

internal sealed class ArticleLinkInline(string name) : LeafInline
{
    public string Name { get; } = name;
}

internal sealed class ArticleLinkParser : NotationInlineParser
{
    private const int MaximumLength = 120;

    public ArticleLinkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var context = NotationContext.Of(processor);
        if (!context.Scan.TryFind(processor, slice, slice.Start, SpanKind.Bracket, out var bracket)
            || bracket.End - bracket.Start - 1 is < 2 or > MaximumLength
            || context.Nesting.HasOpen<Links.LabelledLink>(processor))
            return false;
        var name = slice.Text.AsSpan(bracket.Start + 1, bracket.End - bracket.Start - 1);
        var next = bracket.End < slice.End ? slice.Text[bracket.End + 1] : ' ';
        if (next is '(' or '{' or '[' or ':' || !IsName(name))
            return false;
        return Emit(processor, ref slice, bracket.End + 1, new ArticleLinkInline(name.ToString()));
    }

    private static bool IsName(ReadOnlySpan<char> name) =>
        name.IndexOfAny(",[]\\$`\n\r") < 0 && !name.StartsWith("z:") && !name.Contains("://", StringComparison.Ordinal)
        && !char.IsWhiteSpace(name[0]) && !char.IsWhiteSpace(name[^1])
        && (char.IsLetter(name[0]) || name[0] is '/' or '(' || name.StartsWith("./") || name.StartsWith("../")
            || (name[0] is '@' or '#' or ':' or '%' && char.IsLetter(name[1])) || (char.IsAsciiDigit(name[0]) && name.IndexOfAnyInRange('A', 'z') > 0))
        && name.IndexOfAnyExcept("0123456789.-+ ") >= 0;
}

internal sealed class ArticleLinkRenderer : HtmlObjectRenderer<ArticleLinkInline>
{
    protected override void Write(HtmlRenderer renderer, ArticleLinkInline obj) =>
        ((Rendering.ProseHtmlRenderer)renderer).LinkOrText(LinkForm.Article, obj.Name, open: "[", close: "]");
}
