using Lectern.Model;
using Lectern.Notation;
using Markdig.Syntax.Inlines;

namespace Lectern.Extraction;

/// <summary>F13, F14. <c>Text:</c> alone heads a section; <c>Text: more</c> is a labelled line.</summary>
internal static class Labels
{
    private const int MaximumWords = 6;

    public static bool TryRead(LineView line, NotationContext context, out string label)
    {
        label = "";
        if (line.Content is not [LiteralInline])
            return false;
        var text = context.Source.Text.AsSpan(line.Start, line.End - line.Start).Trim();
        if (!text.EndsWith(":") || text[..^1].Contains(':') || text.Contains(". ", StringComparison.Ordinal) || text.Count(' ') >= MaximumWords || text.Length < 2)
            return false;
        label = text[..^1].ToString();
        return true;
    }

    /// <summary>Of two lines with one label, the first, which has no URL, is the note of the second.</summary>
    public static Entry WithLabelledNote(Entry entry, LineView? previous, NotationContext context)
    {
        if (previous is null || entry.Kind != EntryKind.Url || entry.Title == entry.Reference)
            return entry;
        var text = context.Source.Text.AsSpan(previous.Start, previous.End - previous.Start).Trim();
        if (!text.StartsWith($"{entry.Title}:") || text.Contains("://", StringComparison.Ordinal))
            return entry;
        context.Report(DiagnosticCodes.LabelRepeated, previous.Start, text.Length, $"\"{entry.Title}\" is labelled twice; this line is the note of the next");
        return entry with { Notes = text[(entry.Title.Length + 1)..].Trim().ToString() };
    }
}
