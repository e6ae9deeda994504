using System.Text;
using Lectern.Forms.ArticleLinks;
using Lectern.Forms.BareUrls;
using Lectern.Forms.Html;
using Lectern.Forms.Images;
using Lectern.Forms.InlineMath;
using Lectern.Forms.Links;
using Lectern.Forms.Resources;
using Lectern.Forms.TagGroups;
using Lectern.Forms.ZettelReferences;
using Markdig.Syntax.Inlines;

namespace Lectern.Extraction;

/// <summary>What a reader would read aloud: text without marks, tags left out.</summary>
internal static class InlineText
{
    public static string Of(ContainerInline container)
    {
        var text = new StringBuilder();
        Append(text, container.FirstChild);
        return text.ToString().Trim();
    }

    public static string Of(IEnumerable<Inline> inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines)
            AppendOne(text, inline);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, Inline? inline)
    {
        for (; inline is not null; inline = inline.NextSibling)
            AppendOne(text, inline);
    }

    private static void AppendOne(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case TagGroupInline or ImageInline:
                break;
            case ResourceInline resource:
                text.Append(resource.Title);
                break;
            case LabelledLink link:
                text.Append(link.Label);
                break;
            case ContainerInline container:
                Append(text, container.FirstChild);
                break;
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case MathInline math:
                text.Append(math.Tex);
                break;
            case ArticleLinkInline article:
                text.Append('[').Append(article.Name).Append(']');
                break;
            case ZettelReferenceInline zettel:
                text.Append(zettel.Id.Text);
                break;
            case BareUrlInline url:
                text.Append(url.Url);
                break;
            case AutolinkInline url:
                text.Append(url.Url);
                break;
            case HtmlElementInline element:
                text.Append(element.Text);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
        }
    }
}
