using Lectern.Model;
using Lectern.Rendering;
using Lectern.Syntax;
using Lectern.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lectern.Parser.Tests.Properties;

/// <summary>What holds for the reading of any text whatever.</summary>
internal static class DocumentLaws
{
    public static Document Check(byte[] bytes) => Check(bytes, NotationParser.Parse(SourceText.From("any.md", bytes)));

    public static Document Check(byte[] bytes, Document document)
    {
        Assert.True(bytes.AsSpan().SequenceEqual(SyntaxLeaves.Write(document)), "the leaves do not give the file back");
        CheckLeaves(document);
        CheckSpans(document.Syntax, document.Source.Text.Length);
        foreach (var at in Places(document))
            CheckPlace(at, document.Source);
        return document;
    }

    /// <summary>Rendering takes any document; the result holds no tag that the renderers do not write.</summary>
    public static void CheckHtml(Document document)
    {
        var html = new ProseRenderer(new PlainHost()).Blocks(document.Syntax);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" onerror=", html.Replace("&quot;", "", StringComparison.Ordinal).Split('<').Where(tag => tag.Contains(" onerror=", StringComparison.Ordinal) && tag.IndexOf('>', StringComparison.Ordinal) > tag.IndexOf(" onerror=", StringComparison.Ordinal)).FirstOrDefault() ?? "");
    }

    private static void CheckLeaves(Document document)
    {
        var at = 0;
        foreach (var leaf in SyntaxLeaves.Of(document))
        {
            Assert.Equal(at, leaf.Offset);
            Assert.True(leaf.Length > 0);
            at += leaf.Length;
        }

        Assert.Equal(document.Source.Text.Length, at);
    }

    /// <summary>Children lie inside the text, one after the other.</summary>
    private static void CheckSpans(ContainerBlock container, int length)
    {
        var at = 0;
        foreach (var block in container)
        {
            Assert.InRange(block.Span.Start, at, length);
            Assert.InRange(block.Span.End, block.Span.Start - 1, length - 1);
            at = block.Span.Start;
            if (block is ContainerBlock inner)
                CheckSpans(inner, length);
            else if (block is LeafBlock { Inline: { } inlines })
                CheckSpans(inlines, length);
        }
    }

    private static void CheckSpans(ContainerInline container, int length)
    {
        var at = 0;
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Assert.InRange(inline.Span.Start, at, length);
            Assert.InRange(inline.Span.End, inline.Span.Start - 1, length - 1);
            at = inline.Span.End + 1;
            if (inline is ContainerInline inner)
                CheckSpans(inner, length);
        }
    }

    private static IEnumerable<SourceRange> Places(Document document) =>
        document.Entries.Select(e => e.At).Concat(document.Sections.Select(s => s.At)).Concat(document.Links.Select(l => l.At))
            .Concat(document.Math.Select(m => m.At)).Concat(document.Definitions.Select(d => d.At)).Concat(document.Diagnostics.Select(d => d.At));

    private static void CheckPlace(SourceRange at, SourceText source)
    {
        Assert.InRange(at.Offset, 0, source.Text.Length);
        Assert.InRange(at.End, at.Offset, source.Text.Length);
        Assert.Equal(source.Locate(at.Offset), (at.Line, at.Column));
    }
}
