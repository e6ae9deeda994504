using Lectern.Catalog;
using Lectern.Model;

namespace Lectern.Search.Queries;

/// <summary>Collects what is wrong with a query and proposes the query that was meant.</summary>
internal sealed class QueryProblems(string text)
{
    private readonly List<QueryProblem> _all = [];

    public IReadOnlyList<QueryProblem> All => [.. _all.OrderBy(p => p.Start)];

    public bool Has(DiagnosticCode code) => _all.Exists(p => p.Code == code);

    public void Add(DiagnosticCode code, int start, int length, string message, string? suggestion = null) =>
        _all.Add(new(code, start, length, message, suggestion));

    /// <summary>Proposes the query without the part.</summary>
    public void Remove(DiagnosticCode code, int start, int length, string message) =>
        Replace(code, start, length, message, "");

    public void Replace(DiagnosticCode code, int start, int length, string message, string replacement)
    {
        var fix = string.Join(' ', (text[..start] + replacement + text[(start + length)..]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Add(code, start, length, message, fix.Length > 0 ? fix : null);
    }

    /// <summary>Proposes the query with something at its end.</summary>
    public void Append(DiagnosticCode code, int start, int length, string message, string missing) =>
        Add(code, start, length, message, text.TrimEnd() + missing);

    public void UnknownField(string name, int start)
    {
        var near = name.ToLowerInvariant() switch
        {
            "arxiv" or "doi" => "id",
            "by" => "author",
            "name" => "short",
            "text" or "abstract" or "content" or "body" => "note",
            "equation" or "formula" or "tex" => "math",
            _ => Closest.To(name.ToLowerInvariant(), Field.All.Select(f => f.Name), 1) is [var close] ? close : null,
        };
        var fields = string.Join(", ", Field.All.Select(f => f.Name));
        if (near is null)
            Remove(SearchCodes.UnknownField, start, name.Length + 1, $"there is no field {name}; there are {fields}");
        else
            Replace(SearchCodes.UnknownField, start, name.Length, $"there is no field {name}; there are {fields}", near);
    }
}
