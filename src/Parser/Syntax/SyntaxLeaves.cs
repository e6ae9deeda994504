using Lectern.Model;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lectern.Syntax;

/// <summary>A stretch of source text and the node it belongs to; marks, indentation and line ends belong to the block around them.</summary>
public readonly record struct SyntaxLeaf(MarkdownObject Node, int Offset, int Length);

/// <summary>The leaves of a syntax tree in source order. Together they are the text, without gap or overlap.</summary>
public static class SyntaxLeaves
{
    public static IReadOnlyList<SyntaxLeaf> Of(Document document)
    {
        var walk = new Walk();
        walk.Visit(document.Syntax);
        walk.Fill(document.Syntax, document.Source.Text.Length);
        return walk.Leaves;
    }

    /// <summary>The file again, byte for byte.</summary>
    public static byte[] Write(Document document)
    {
        using var output = new MemoryStream();
        output.Write(document.Source.Preamble);
        foreach (var leaf in Of(document))
            output.Write(document.Source.Bytes(leaf.Offset, leaf.Length));
        return output.ToArray();
    }

    private sealed class Walk
    {
        private int _at;

        public List<SyntaxLeaf> Leaves { get; } = [];

        public void Visit(Block block)
        {
            if (block is ContainerBlock container)
            {
                foreach (var child in container)
                {
                    Fill(block, child.Span.Start);
                    Visit(child);
                }
            }
            else if (((LeafBlock)block).Inline is { FirstChild: not null } inlines)
            {
                Visit(inlines, block);
            }

            Fill(block, block.Span.End + 1);
        }

        /// <summary>Everything up to an offset that no inner node has taken.</summary>
        public void Fill(MarkdownObject node, int end)
        {
            if (end <= _at)
                return;
            Leaves.Add(new(node, _at, end - _at));
            _at = end;
        }

        private void Visit(ContainerInline container, MarkdownObject node)
        {
            for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
            {
                Fill(node, inline.Span.Start);
                if (inline is ContainerInline inner)
                    Visit(inner, inner);
                Fill(inline, inline.Span.End + 1);
            }
        }
    }
}
