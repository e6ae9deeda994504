using Lectern.Forms.Admonitions;
using Lectern.Forms.DisplayMath;
using Lectern.Forms.InlineMath;
using Lectern.Model;
using Lectern.Notation;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lectern.Reading;

/// <summary>Links and formulas of a document in source order, with the findings about single lines of text.</summary>
internal static class ContentReader
{
    public static (List<Link> Links, List<Formula> Formulas) Read(MarkdownDocument syntax, NotationContext context)
    {
        var links = new List<Link>();
        var formulas = new List<Formula>();
        foreach (var leaf in Leaves(syntax))
        {
            if (leaf is DisplayMathBlock math)
                formulas.Add(new(true, math.Tex, context.Range(math.Span.Start, math.Span.Length), math.Anchor));
            foreach (var inline in Inlines(leaf))
            {
                if (inline is MathInline formula)
                    formulas.Add(new(false, formula.Tex, context.Range(inline.Span.Start, inline.Span.Length), null));
                else if (inline is LiteralInline text)
                    ReportText(text, context);
                else if (LinkReader.Of(inline, context) is { } link)
                    links.Add(link);
            }
        }

        links.ForEach(link => LinkReader.Report(link, context));
        return (links, formulas);
    }

    /// <summary>All inlines below a block, containers before their children.</summary>
    public static IEnumerable<Inline> Inlines(Block block)
    {
        foreach (var leaf in Leaves(block))
        {
            if (leaf.Inline is null)
                continue;
            foreach (var inline in leaf.Inline.Descendants())
                yield return (Inline)inline;
        }
    }

    private static IEnumerable<LeafBlock> Leaves(Block block)
    {
        if (block is LeafBlock leaf)
        {
            yield return leaf;
            yield break;
        }

        foreach (var child in (ContainerBlock)block)
        {
            foreach (var inner in Leaves(child))
                yield return inner;
        }
    }

    private static void ReportText(LiteralInline text, NotationContext context)
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
