using Lectern.Forms.Admonitions;
using Lectern.Forms.ArticleHeaders;
using Lectern.Forms.ArticleLinks;
using Lectern.Forms.BareUrls;
using Lectern.Forms.BoldHeadings;
using Lectern.Forms.CodeSpans;
using Lectern.Forms.DisplayMath;
using Lectern.Forms.Emphasis;
using Lectern.Forms.Fences;
using Lectern.Forms.FrontMatter;
using Lectern.Forms.Headings;
using Lectern.Forms.Html;
using Lectern.Forms.Images;
using Lectern.Forms.InlineMath;
using Lectern.Forms.Items;
using Lectern.Forms.Links;
using Lectern.Forms.OpaqueBlocks;
using Lectern.Forms.Paragraphs;
using Lectern.Forms.Quotes;
using Lectern.Forms.Resources;
using Lectern.Forms.Tables;
using Lectern.Forms.TagGroups;
using Lectern.Forms.ZettelReferences;
using Lectern.Forms.Zettels;
using Markdig;

namespace Lectern.Notation;

/// <summary>The forms of the notation in the order in which they are tried. None of Markdig's own set is on.</summary>
internal static class NotationPipeline
{
    public static readonly MarkdownPipeline Instance = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        builder.BlockParsers.Clear();
        builder.InlineParsers.Clear();
        builder.Extensions.AddRange(Blocks());
        builder.Extensions.AddRange(Inlines());
        return builder.Build();
    }

    /// <summary>
    /// The first form that fits a line takes it. Front matter must see line 1 before a rule of dashes does; opaque
    /// lines look like zettels, items or emphasis; a bold line looks like an item of stars. Paragraphs take the rest.
    /// </summary>
    private static NotationForm[] Blocks() =>
    [
        new FrontMatterForm(), new FenceForm(), new DisplayMathForm(), new AdmonitionForm(), new HeadingForm(), new ZettelForm(),
        new QuoteForm(), new OpaqueForm(), new BoldHeadingForm(), new ItemForm(), new TableForm(), new ArticleHeaderForm(), new ParagraphForm(),
    ];

    /// <summary>
    /// What is opaque comes first. Of the forms that open with a bracket, the one that asks most of what follows is
    /// tried before the one that asks least.
    /// </summary>
    private static NotationForm[] Inlines() =>
    [
        new CodeSpanForm(), new InlineMathForm(), new HtmlForm(), new ImageForm(), new ZettelReferenceForm(), new ResourceForm(),
        new LinkNotation(), new ArticleLinkForm(), new BareUrlForm(), new TagGroupForm(), new EmphasisForm(),
    ];
}
