using Lectern.Forms.DisplayMath;
using Lectern.Forms.Items;
using Lectern.Notation;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lectern.Extraction;

/// <summary>
/// F17. In a slide deck a short line of plain words between blank lines, or above a list, is a title. Captions, panel
/// letters and sentences are not.
/// </summary>
internal static class SlideTitles
{
    private const int MaximumLength = 60;

    private static readonly string[] LeadIns = ["where:", "Here:"];

    public static bool IsTitle(ParagraphBlock paragraph, LineView line, int index, NotationContext context)
    {
        if (paragraph.Parent is not MarkdownDocument document || line.Content is not [LiteralInline])
            return false;
        var text = context.Source.Text.AsSpan(line.Start, line.End - line.Start).Trim();
        if (text.Length is < 2 or > MaximumLength || text.EndsWith(".") || text.IndexOfAny("$\\=") >= 0
            || text.Contains(" : ", StringComparison.Ordinal) || text.Contains("  ", StringComparison.Ordinal) || IsLeadIn(text) || !char.IsLetterOrDigit(text[0]) || char.IsLower(text[0]))
            return false;
        var headsList = index + 1 < document.Count && document[index + 1] is ItemBlock;
        return (headsList || index == 0 || document[index - 1] is not DisplayMathBlock)
            && (paragraph.Line == 0 || context.Source.Line(paragraph.Line).IsWhiteSpace())
            && (headsList || paragraph.Line + 2 > context.Source.LineCount || context.Source.Line(paragraph.Line + 2).IsWhiteSpace());
    }

    private static bool IsLeadIn(ReadOnlySpan<char> text)
    {
        foreach (var leadIn in LeadIns)
        {
            if (text.SequenceEqual(leadIn))
                return true;
        }

        return false;
    }
}
