using Lectern.Forms.TagGroups;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lectern.Extraction;

/// <summary>One source line of a leaf: its inlines, the tags at its head, and the first inline that says something.</summary>
internal sealed class LineView
{
    private LineView(IReadOnlyList<Inline> inlines, int start, int end)
    {
        (Start, End) = (start, end);
        var at = 0;
        var tags = new List<string>();
        for (; at < inlines.Count; at++)
        {
            if (inlines[at] is TagGroupInline group)
                tags.AddRange(group.Tags);
            else if (inlines[at] is not LiteralInline literal || !literal.Content.AsSpan().IsWhiteSpace())
                break;
        }

        Content = at == 0 ? inlines : [.. inlines.Skip(at)];
        if (Content.Count > 0 && at > 0)
            Start = Content[0].Span.Start;
        if (Content is [.., TagGroupInline trailing])
            tags.AddRange(trailing.Tags);
        Tags = tags;
    }

    /// <summary>Inlines after the leading tag groups.</summary>
    public IReadOnlyList<Inline> Content { get; }

    public IReadOnlyList<string> Tags { get; }

    /// <summary>Offset of the content.</summary>
    public int Start { get; }

    /// <summary>Offset after the last character.</summary>
    public int End { get; }

    public Inline? First => Content.Count > 0 ? Content[0] : null;

    public static List<LineView> Of(LeafBlock leaf)
    {
        var lines = new List<LineView>();
        var line = new List<Inline>();
        for (var inline = leaf.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is not LineBreakInline)
                line.Add(inline);
            if (line.Count > 0 && (inline is LineBreakInline || inline.NextSibling is null))
            {
                lines.Add(new(line, line[0].Span.Start, line[^1].Span.End + 1));
                line = [];
            }
        }

        return lines;
    }
}
