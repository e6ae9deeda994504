namespace Lectern.Search.Queries;

public enum Occur
{
    Should,
    Must,
    Not,
}

/// <summary>What an engine searches for: four kinds of nodes that every engine scores by the same formulas. Only leaves have a boost.</summary>
public abstract record QueryNode;

/// <summary>Every document.</summary>
public sealed record AllNode(double Boost) : QueryNode;

public sealed record TermNode(string Field, string Term, double Boost) : QueryNode;

/// <summary>Terms at places relative to each other; <see cref="Slop"/> is how far they may be moved, as in Lucene.</summary>
public sealed record PhraseNode(string Field, IReadOnlyList<PhraseTerm> Terms, int Slop, double Boost) : QueryNode;

public sealed record PhraseTerm(string Term, int Position);

/// <param name="Coord">Whether a document's score is multiplied by the share of the clauses that it matches.</param>
public sealed record BooleanNode(IReadOnlyList<Clause> Clauses, bool Coord) : QueryNode;

public sealed record Clause(Occur Occur, QueryNode Node);
