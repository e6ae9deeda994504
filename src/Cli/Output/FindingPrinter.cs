using Lectern.Model;
using Lectern.Text;

namespace Lectern.Cli.Output;

/// <summary>
/// One finding as an editor can jump to it: place first, then the line with a caret under what is meant, what was
/// expected there, and what to write instead.
/// </summary>
internal sealed class FindingPrinter(TextWriter output, Terminal terminal, Func<string, string> shownPath, IEnumerable<Document> documents)
{
    private const int Widest = 100;
    private const int Before = 40;

    private readonly Dictionary<string, SourceText> _sources = documents.DistinctBy(d => d.Path).ToDictionary(d => d.Path, d => d.Source, StringComparer.Ordinal);

    public void Print(Diagnostic finding)
    {
        var severity = finding.Severity switch { Severity.Error => "✕ error", Severity.Warning => "▲ warning", _ => "· info" };
        output.WriteLine(
            $"{terminal.InStrong($"{shownPath(finding.Path)}:{finding.At.Line}:{finding.At.Column}:")} {terminal.InAccent(severity)} {finding.Code.Id} {finding.Code.Name}: {finding.Message}");
        if (_sources.TryGetValue(finding.Path, out var source))
            PrintExcerpt(source, finding.At);
        if (finding.Expected is { } expected)
            output.WriteLine($"       expected  {OneLine(expected)}");
        if (finding.Suggestion is { } suggestion)
            output.WriteLine($"       write     {OneLine(suggestion)}");
    }

    /// <summary>Of a long line the part around the place, as wide as a terminal.</summary>
    private void PrintExcerpt(SourceText source, SourceRange at)
    {
        if (at.Line < 1 || at.Line > source.LineCount)
            return;
        var line = source.Line(at.Line);
        var column = Math.Clamp(at.Column - 1, 0, line.Length);
        var start = line.Length <= Widest ? 0 : Math.Max(0, column - Before);
        var shown = line.Slice(start, Math.Min(Widest, line.Length - start));
        var number = $"{at.Line,5}";
        var (left, right) = (start > 0 ? "…" : "", start + shown.Length < line.Length ? "…" : "");
        output.WriteLine($"{terminal.InQuiet($"{number} │ ")}{left}{OneLine(shown.ToString())}{right}");
        var carets = Math.Clamp(Math.Min(at.Length, line.Length - column), 1, Math.Max(1, shown.Length - (column - start)));
        output.WriteLine($"{terminal.InQuiet("      │ ")}{new string(' ', column - start + left.Length)}{terminal.InAccent("^" + new string('~', carets - 1))}");
    }

    private static string OneLine(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 ? text : string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
}
