using Lectern.Model;
using Lectern.Notation;
using Lectern.Text;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Lectern.Forms.Links;

internal sealed class LinkParser : NotationInlineParser
{
    public LinkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var context = NotationContext.Of(processor);
        if (!context.Scan.TryFind(processor, slice, slice.Start, SpanKind.Bracket, out var bracket) || bracket.End >= slice.End
            || context.Nesting.HasOpen<LabelledLink>(processor))
            return false;
        if (!TryReadDestination(processor, slice, bracket, out var after, out var url, out var problem)
            || after > context.Nesting.Limit(processor, slice))
            return false;

        var label = OneLine.Of(Unescape(Label(slice, bracket)));
        var link = new LabelledLink { Label = label, Destination = url, Resolved = LinkDestination.Repair(url), Malformed = problem is not null };
        var offset = processor.GetSourcePosition(slice.Start);
        if (problem is not null)
            context.Report(problem, offset, after - slice.Start, $"the destination of \"{Shorten(label)}\" {Explain(problem)}", "`[label](destination)`", link.Resolved);
        else if (label.Length == 0 || url.Length == 0)
            context.Report(DiagnosticCodes.LinkEmpty, offset, after - slice.Start, $"this link has no {(label.Length == 0 ? "label" : "destination")}", "`[label](destination)`");
        Place(processor, link, slice.Start, slice.Start + 1);
        context.Nesting.Open(processor, link, bracket.End, after);
        slice.Start++;
        return true;
    }

    private static bool TryReadDestination(
        InlineProcessor processor, in StringSlice slice, in PairedSpan bracket, out int after, out string url, out DiagnosticCode? problem)
    {
        (after, url, problem) = (0, "", null);
        var at = bracket.End + 1;
        var context = NotationContext.Of(processor);
        if (slice.Text[at] == '<')
        {
            if (!context.Scan.TryFind(processor, slice, at, SpanKind.Angle, out var angle))
                return false;
            (after, url) = (angle.End + 1, slice.Text[(at + 1)..angle.End]);
            return url.StartsWith("http", StringComparison.Ordinal) && !url.Contains(' ');
        }

        if (slice.Text[at] != '(')
            return false;
        if (context.Scan.TryFind(processor, slice, at, SpanKind.Parenthesis, out var parenthesis))
        {
            (url, var hasSpace) = LinkDestination.Read(slice.Text.AsSpan(at + 1, parenthesis.End - at - 1));
            after = parenthesis.End + 1;
            if (hasSpace)
                problem = DiagnosticCodes.LinkSpace;
            return !hasSpace || LinkDestination.LooksLikeTarget(url);
        }

        return TryReadUnbalanced(slice, bracket, out after, out url, out problem);
    }

    /// <summary>F49: a destination that repeats its label may hold one parenthesis too many. Else the rest of the line, if it is a URL.</summary>
    private static bool TryReadUnbalanced(in StringSlice slice, in PairedSpan bracket, out int after, out string url, out DiagnosticCode? problem)
    {
        (after, url, problem) = (0, "", DiagnosticCodes.LinkUnclosed);
        var start = bracket.End + 2;
        var rest = slice.Text.AsSpan(start, slice.End + 1 - start);
        if (!LinkDestination.LooksLikeTarget(rest))
            return false;
        var end = rest.IndexOfAny(" \t[\n\r");
        if (end >= 0)
            rest = rest[..end];
        after = start + rest.Length;
        if (rest.EndsWith(")") && rest[..^1].StartsWith(Unescape(Label(slice, bracket))))
        {
            problem = DiagnosticCodes.LinkUnbalanced;
            rest = rest[..^1];
        }

        url = rest.ToString();
        return rest.Length > 0;
    }

    private static ReadOnlySpan<char> Label(in StringSlice slice, in PairedSpan bracket) =>
        slice.Text.AsSpan(bracket.Start + 1, bracket.End - bracket.Start - 1);

    private static string Unescape(ReadOnlySpan<char> label)
    {
        var text = label.ToString();
        return text.Contains('\\') ? System.Text.RegularExpressions.Regex.Replace(text, @"\\([\p{P}\p{S}])", "$1") : text;
    }

    private static string Explain(DiagnosticCode problem) =>
        problem == DiagnosticCodes.LinkSpace ? "holds a space"
        : problem == DiagnosticCodes.LinkUnbalanced ? "opens a parenthesis that it does not close"
        : "is not closed";

    private static string Shorten(string text) => text.Length <= 60 ? text : $"{text.AsSpan(0, 57)}…";
}

/// <summary>Ends the label of the link that is open.</summary>
internal sealed class LinkCloser : NotationInlineParser
{
    public LinkCloser() => OpeningCharacters = [']'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        NotationContext.Of(processor).Nesting.TryClose(processor, ref slice);
}
