using Markdig.Parsers;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace Lectern.Forms.ArticleHeaders;

internal sealed class ArticleHeaderParser : BlockParser
{
    public ArticleHeaderParser() => OpeningCharacters = ['@'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var follows = processor.Document.LastChild is ArticleHeaderBlock;
        if (processor.Column != 0 || !(follows || processor.Document.Count == 0 || processor.Document is [YamlFrontMatterBlock]))
            return BlockState.None;
        var line = processor.Line.AsSpan().TrimEnd();
        var isTag = !line.StartsWith("@@");
        var text = line[(isTag ? 1 : 2)..].Trim();
        if (text.IsEmpty || (isTag && !follows))
            return BlockState.None;
        processor.NewBlocks.Push(new ArticleHeaderBlock(this, isTag, NameOf(text).ToString()) { Column = 0, Span = new(processor.Start, processor.Line.End) });
        return BlockState.BreakDiscard;
    }

    /// <summary><c>[name](link)</c> is called by its name.</summary>
    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> text) =>
        text[0] == '[' && text.IndexOf("](") is var end and > 1 ? text[1..end] : text;
}
