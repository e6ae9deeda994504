using Markdig.Parsers;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace Lectern.Forms.ArticleHeaders;

internal sealed class ArticleHeaderParser : BlockParser
{
    public ArticleHeaderParser() => OpeningCharacters = ['@'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.Column != 0 || !processor.Document.All(block => block is ArticleHeaderBlock or YamlFrontMatterBlock))
            return BlockState.None;
        var line = processor.Line.AsSpan().TrimEnd();
        var isTag = !line.StartsWith("@@");
        var hasArticle = processor.Document.Any(block => block is ArticleHeaderBlock { IsTag: false });
        var text = line[(isTag ? 1 : 2)..].Trim();
        if (text.IsEmpty || (isTag && !hasArticle))
            return BlockState.None;
        processor.NewBlocks.Push(new ArticleHeaderBlock(this, isTag, NameOf(text).ToString()) { Column = 0, Span = new(processor.Start, processor.Line.End) });
        return BlockState.BreakDiscard;
    }

    /// <summary><c>[name](link)</c> is called by its name.</summary>
    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> text) =>
        text[0] == '[' && text.IndexOf("](") is var end and > 1 ? text[1..end] : text;
}
