namespace Lectern.Search.Queries;

/// <summary>A query as it was written. <see cref="Boost"/> is 1 where none was given.</summary>
public abstract record Expression(int Start, int Length, double Boost);

public enum WordForm
{
    Plain,

    /// <summary>Ends in <c>*</c> and has no other wildcard.</summary>
    Prefix,

    /// <summary>Has <c>*</c> for any characters or <c>?</c> for one.</summary>
    Wildcard,

    /// <summary>Ends in <c>~</c>, with the number of edits allowed.</summary>
    Fuzzy,
}

/// <param name="Field">Null where no field was named.</param>
/// <param name="Edits">Of a fuzzy word; 0 where the length of the word decides.</param>
public sealed record WordExpression(int Start, int Length, Field? Field, string Text, WordForm Form, int Edits, double Boost)
    : Expression(Start, Length, Boost);

public sealed record PhraseExpression(int Start, int Length, Field? Field, string Text, int Slop, double Boost)
    : Expression(Start, Length, Boost);

/// <summary>Years, both included; null for an open end.</summary>
public sealed record RangeExpression(int Start, int Length, Field Field, int? From, int? To, double Boost)
    : Expression(Start, Length, Boost);

/// <summary>Clauses of which all must match.</summary>
public sealed record AndExpression(int Start, int Length, IReadOnlyList<AndClause> Clauses, double Boost)
    : Expression(Start, Length, Boost);

/// <param name="IsFirm">Written with <c>+</c>, <c>AND</c>, <c>-</c> or <c>NOT</c>: stays as it is where any word will do.</param>
public sealed record AndClause(Expression Expression, bool IsNegated, bool IsFirm);

/// <summary>Alternatives of which one must match.</summary>
public sealed record OrExpression(int Start, int Length, IReadOnlyList<Expression> Alternatives, double Boost)
    : Expression(Start, Length, Boost);
