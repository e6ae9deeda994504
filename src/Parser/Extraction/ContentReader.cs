using Lectern.Forms.DisplayMath;
using Lectern.Forms.InlineMath;
using Lectern.Forms.Items;
using Lectern.Model;
using Lectern.Notation;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lectern.Extraction;

/// <summary>Links and formulas of a document in source order, with the findings about single lines of text.</summary>
internal sealed class ContentReader(NotationContext context, bool reports)
{
    private readonly List<Link> _links = [];
    private readonly List<Formula> _formulas = [];

    public static (List<Link> Links, List<Formula> Formulas) Read(MarkdownDocument syntax, NotationContext context)
    {
        var reader = new ContentReader(context, reports: true);
        reader.Visit(syntax);
        foreach (var link in reader._links)
            LinkReader.Report(link, context);
        return (reader._links, reader._formulas);
    }

    /// <summary>The links below a block.</summary>
    public static List<Link> LinksOf(Block block, NotationContext context)
    {
        var reader = new ContentReader(context, reports: false);
        reader.Visit(block);
        return reader._links;
    }

    private void Visit(Block block)
    {
        if (block is ContainerBlock container)
        {
            if (reports && block is ItemBlock { Count: 0 })
                context.Report(DiagnosticCodes.ItemEmpty, block.Span.Start, 1, "this item has no text");
            foreach (var child in container)
                Visit(child);
        }
        else if (block is LeafBlock leaf)
        {
            if (leaf is DisplayMathBlock math)
                _formulas.Add(new(true, math.Tex, context.Range(math.Span.Start, math.Span.Length), math.Anchor));
            Visit(leaf.Inline);
        }
    }

    private void Visit(ContainerInline? container)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is MathInline formula)
                _formulas.Add(new(false, formula.Tex, context.Range(inline.Span.Start, inline.Span.Length), null));
            else if (inline is LiteralInline text && reports)
                ReportText(text);
            else if (LinkReader.Of(inline, context) is { } link)
                _links.Add(link);
            if (inline is ContainerInline inner)
                Visit(inner);
        }
    }

    private void ReportText(LiteralInline text)
    {
        var content = text.Content.AsSpan();
        if (content.EndsWith("[") && (text.NextSibling is null or LineBreakInline))
            context.Report(DiagnosticCodes.BracketUnclosed, text.Span.End, 1, "this bracket has no partner and is text", "`]`", "\\[");
        if (content.StartsWith("TODO") && (text.PreviousSibling is null or LineBreakInline))
            context.Report(DiagnosticCodes.Todo, text.Span.Start, 4, $"to do: {Rest(content)}");
    }

    private static string Rest(ReadOnlySpan<char> content) =>
        content[4..].TrimStart(": ") is { IsEmpty: false } rest ? rest[..Math.Min(rest.Length, 80)].ToString() : "not said what";
}
