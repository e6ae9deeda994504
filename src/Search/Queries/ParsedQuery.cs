namespace Lectern.Search.Queries;

/// <summary>A query, what was understood of it, and what was not. <see cref="Root"/> is null where nothing is left to search for.</summary>
public sealed record ParsedQuery(string Text, Expression? Root, IReadOnlyList<QueryProblem> Problems)
{
    /// <summary>What was understood, with every operator written out.</summary>
    public string Canonical => Root is null ? "" : ExpressionPrinter.Print(Root);
}
