namespace Lectern.Search.Queries;

/// <summary>A query as an engine is asked it.</summary>
/// <param name="Root">Null where no document can match.</param>
/// <param name="Unknown">Plain words that no document holds in any field they were searched in.</param>
/// <param name="HasChoice">True where asking for any word instead of all would ask something else.</param>
public sealed record QueryPlan(QueryNode? Root, IReadOnlyList<QueryProblem> Problems, IReadOnlyList<WordExpression> Unknown, bool HasChoice);
