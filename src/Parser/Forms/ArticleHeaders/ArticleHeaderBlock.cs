using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Forms.ArticleHeaders;

/// <summary>F02, F03. <c>@@Name</c> names the article, <c>@tag</c> tags it; only at the head of a file.</summary>
internal sealed class ArticleHeaderBlock(BlockParser parser, bool isTag, string text) : LeafBlock(parser)
{
    public bool IsTag { get; } = isTag;

    public string Text { get; } = text;
}
