using System.Text.Json;
using Lectern.Catalog;
using Lectern.Model;

namespace Lectern.Cli.Output;

/// <summary>What was found in all documents and between them, in the order of files and places.</summary>
internal static class Findings
{
    public static IReadOnlyList<Diagnostic> Of(KnowledgeBase knowledge, IEnumerable<Diagnostic>? more = null) =>
        [.. knowledge.Documents.SelectMany(d => d.Diagnostics).Concat(knowledge.Diagnostics).Concat(more ?? [])
            .OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.At.Offset).ThenBy(d => d.Code.Id, StringComparer.Ordinal)];

    public static bool Fail(IEnumerable<Diagnostic> findings, bool strict) =>
        findings.Any(d => d.Severity == Severity.Error || (strict && d.Severity == Severity.Warning));

    public static string Summary(IReadOnlyCollection<Diagnostic> findings)
    {
        var counts = new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Info, "remark") }
            .Select(s => (Count: findings.Count(d => d.Severity == s.Item1), Noun: s.Item2)).Where(s => s.Count > 0)
            .Select(s => Words.Count(s.Count, s.Noun)).ToList();
        return counts.Count == 0 ? "nothing found" : string.Join(", ", counts);
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyCollection<Diagnostic> findings, Func<string, string>? shownPath = null)
    {
        json.WriteNumber("diagnostics", findings.Count);
        json.WriteNumber("errors", findings.Count(d => d.Severity == Severity.Error));
        json.WriteNumber("warnings", findings.Count(d => d.Severity == Severity.Warning));
        json.WriteObjects("findings", findings, finding =>
        {
            json.WriteString("path", shownPath?.Invoke(finding.Path) ?? finding.Path);
            json.WriteFinding(finding);
        });
    }
}
