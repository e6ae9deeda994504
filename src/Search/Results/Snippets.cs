using Lectern.Search.Analysis;
using Lectern.Search.Documents;

namespace Lectern.Search.Results;

/// <summary>
/// The piece of a section with the most of what was asked for. A formula or code within prose is shown whole or not at all,
/// and a match inside a formula marks all of it.
/// </summary>
internal static class Snippets
{
    private const int Width = 220;
    private const int Lead = 40;
    private const string Ellipsis = "…";

    public static Snippet Of(SearchSection section, QueryTerms terms)
    {
        var math = string.Join(", ", section.Math.Select(m => $"${m}$"));
        var first = section.Note.Length > 0 ? (Field.Note, section.Note) : section.Code.Length > 0 ? (Field.Code, section.Code) : (Field.Math, math);
        return Of(Field.Note, section.Note) ?? Of(Field.Code, section.Code) ?? Of(Field.Math, math) ?? Cut(first.Item1, first.Item2, []);

        Snippet? Of(Field field, string text)
        {
            var matches = Analyzer.Analyze(field.Kind, text).Where(t => terms.Has(field.Name, t.Term)).ToList();
            return matches.Count > 0 ? Cut(field, text, matches) : null;
        }
    }

    private static Snippet Cut(Field field, string text, List<Token> matches)
    {
        var whole = field == Field.Code ? [] : Unbreakable(text);
        var best = matches.Count == 0 ? 0 : matches.MaxBy(m => Worth(m, matches))!.Start;
        var start = Back(text, Math.Max(0, best - Lead), whole);
        var end = Forward(text, Math.Min(text.Length, start + Width), whole);
        var marks = new List<Mark>();
        foreach (var match in matches.Where(m => m.Start >= start && m.Start + m.Length <= end))
        {
            var mark = whole.Find(w => w.Start < match.Start && match.Start < w.End && text[w.Start] == '$') ?? new(match.Start, match.Start + match.Length);
            if (marks.Count > 0 && mark.Start <= marks[^1].End)
                marks[^1] = new(marks[^1].Start, Math.Max(mark.End, marks[^1].End));
            else
                marks.Add(mark);
        }

        var lead = start > 0 ? Ellipsis : "";
        var shift = lead.Length - start;
        var shown = lead + text[start..end].Replace('\n', ' ') + (end < text.Length ? Ellipsis : "");
        return new(shown, [.. marks.Where(m => m.Start < end).Select(m => new Mark(m.Start + shift, Math.Min(m.End, end) + shift))]);
    }

    /// <summary>How many different terms a window that begins a little before the match shows.</summary>
    private static int Worth(Token first, List<Token> matches) =>
        matches.Where(m => m.Start >= first.Start && m.Start < first.Start + Width - Lead).Select(m => m.Term).Distinct().Count();

    /// <summary>What stands between dollars or backticks, the signs included.</summary>
    private static List<Mark> Unbreakable(string text)
    {
        var spans = new List<Mark>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('$' or '`') || text.IndexOf(text[at], at + 1) is not (> 0 and var close))
                continue;
            spans.Add(new(at, close + 1));
            at = close;
        }

        return spans;
    }

    private static int Back(string text, int at, List<Mark> whole)
    {
        if (whole.Find(w => w.Start < at && at < w.End) is { } span)
            return span.Start;
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
            at--;
        return at;
    }

    private static int Forward(string text, int at, List<Mark> whole)
    {
        if (whole.Find(w => w.Start < at && at < w.End) is { } span)
            return Math.Min(span.End, at + 2 * Width);
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
