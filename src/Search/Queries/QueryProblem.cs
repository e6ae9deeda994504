using Lectern.Model;

namespace Lectern.Search.Queries;

/// <summary>Something to say about a query, at a place in it.</summary>
/// <param name="Start">In UTF-16 units from the start of the query.</param>
/// <param name="Suggestion">The whole query as it was probably meant; null where nothing can be proposed.</param>
public sealed record QueryProblem(DiagnosticCode Code, int Start, int Length, string Message, string? Suggestion = null)
{
    public bool IsError => Code.Severity == Severity.Error;
}
