using Lectern.Forms.ArticleLinks;
using Lectern.Forms.BareUrls;
using Lectern.Forms.Images;
using Lectern.Forms.Links;
using Lectern.Forms.Resources;
using Lectern.Forms.ZettelReferences;
using Lectern.Model;
using Lectern.Notation;
using Markdig.Syntax.Inlines;

namespace Lectern.Extraction;

internal static class LinkReader
{
    /// <summary>The link an inline is; null for every other inline.</summary>
    public static Link? Of(Inline inline, NotationContext context)
    {
        var link = inline switch
        {
            LabelledLink labelled => New(LinkForm.Markdown, labelled.Label, labelled.Destination) with { Malformed = labelled.Malformed },
            BareUrlInline bare => New(LinkForm.Bare, bare.Url, bare.Url),
            AutolinkInline auto => New(LinkForm.Autolink, auto.Url, auto.Url),
            ImageInline image => New(image.IsHtml ? LinkForm.HtmlImage : LinkForm.Image, image.Alt, image.Source),
            ResourceInline resource when resource.Last("ref") is { Length: > 0 } reference => New(resource.IsImage ? LinkForm.Image : LinkForm.Resource, resource.Title, reference),
            ArticleLinkInline article => New(LinkForm.Article, article.Name, article.Name),
            ZettelReferenceInline zettel => New(LinkForm.Zettel, zettel.Id.Text, zettel.Id.Text),
            _ => null,
        };
        return link;

        Link New(LinkForm form, string label, string destination) =>
            new(form, label, destination, context.Range(inline.Span.Start, inline.Span.Length)) { Resolved = LinkDestination.Repair(destination) };
    }

    /// <summary>Findings about the URL itself.</summary>
    public static void Report(Link link, NotationContext context)
    {
        if (link.Form is LinkForm.Article or LinkForm.Zettel || link.Malformed)
            return;
        var signIn = link.Destination.Contains("/signin?", StringComparison.Ordinal) || link.Destination.Contains("redirectUr", StringComparison.Ordinal)
            || link.Destination.Contains("oidc", StringComparison.Ordinal) || link.Destination.Contains("/oauth/", StringComparison.Ordinal);
        if (signIn)
            context.Report(DiagnosticCodes.UrlSignIn, link.At.Offset, link.At.Length, "this URL is a sign-in or redirect page", "the address of the page itself", link.Resolved);
        else if (link.Resolved is { } resolved)
            context.Report(DiagnosticCodes.UrlDamaged, link.At.Offset, link.At.Length, "this URL was damaged", resolved, resolved);
    }
}
