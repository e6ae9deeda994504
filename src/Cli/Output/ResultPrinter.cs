using Lectern.Search.Queries;
using Lectern.Search.Results;

namespace Lectern.Cli.Output;

/// <summary>The result of a search for a person: hits on standard output, what there is to say about the query on standard error.</summary>
internal sealed class ResultPrinter(Terminal terminal)
{
    private const string Indent = "    ";

    public void Print(SearchResult result, bool facets)
    {
        foreach (var problem in result.Problems)
            Print(result.Query, problem);
        foreach (var (hit, number) in result.Hits.Select((h, i) => (h, i + 1)))
            Print(hit, number);
        if (facets)
            Print(result.Facets);
        terminal.Out.Flush();
        terminal.Note($"{Words.Count(result.Total, "page")} in {result.Milliseconds:0.0} ms");
        if (result.Suggestion is { } meant)
            terminal.Note($"  did you mean: lectern search {Quoted(meant)}");
    }

    /// <summary>The query with its place marked, then the message, then the query that was probably meant.</summary>
    private void Print(string query, QueryProblem problem)
    {
        terminal.Note($"{problem.Code.Severity.ToString().ToLowerInvariant()} {problem.Code.Id}: {problem.Message}");
        if (problem.Length > 0 && problem.Length < query.Length)
        {
            terminal.Note(Indent + string.Concat(query.Select(c => char.IsControl(c) ? ' ' : c)));
            terminal.Note(Indent + new string(' ', problem.Start) + terminal.InAccent(new string('^', problem.Length)));
        }

        if (problem.Suggestion is { } suggestion)
            terminal.Note($"  try: lectern search {Quoted(suggestion)}");
    }

    private void Print(Hit hit, int number)
    {
        var section = hit.Section.Length > 0 ? $" · {hit.Section}" : "";
        terminal.Line($"{number}. {terminal.InStrong(hit.Title)}{section}  {terminal.InQuiet($"{hit.Score:0.000}")}");
        terminal.Line(Indent + terminal.InAccent(hit.Url));
        if (hit.Snippet.Text.Length > 0)
            terminal.Line(Indent + Marked(hit.Snippet));
        foreach (var more in hit.More)
            terminal.Line($"{Indent}also {more.Section}  {terminal.InAccent(more.Url)}");
        foreach (var line in (hit.Explanation ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            terminal.Line(Indent + line);
    }

    private string Marked(Snippet snippet)
    {
        var (open, close) = terminal.StrongMarks;
        return snippet.With(open, close, text => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)));
    }

    private void Print(IReadOnlyList<Facet> facets)
    {
        foreach (var facet in facets.Where(f => f.Values.Count > 0))
            terminal.Line($"{facet.Name}: {string.Join(", ", facet.Values.Select(v => $"{v.Value} {v.Count}"))}");
    }

    private static string Quoted(string query) => $"'{query.Replace("'", "'\\''")}'";
}
