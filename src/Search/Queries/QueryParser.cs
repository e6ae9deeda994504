namespace Lectern.Search.Queries;

/// <summary>
/// <c>or = and { OR and }</c>, <c>and = clause { [AND] clause }</c>, <c>clause = [+ | - | NOT] primary [^number]</c>,
/// <c>primary = [field:] ( word | "phrase"[~n] | from..to | "(" or ")" )</c>. Every text has a reading: what cannot be
/// understood is reported with its place and left out, or searched for as words.
/// </summary>
public sealed class QueryParser
{
    public const int LongestQuery = 1024;
    public const int MostLeaves = 32;
    public const int DeepestGroup = 16;

    private readonly string _text;
    private readonly QueryReader _reader;
    private readonly QueryProblems _problems;
    private int _leaves;
    private int _depth;

    private QueryParser(string text, bool cut)
    {
        _text = text;
        _problems = new(text);
        _reader = new(text, _problems);
        if (cut)
            _problems.Add(SearchCodes.TooLong, LongestQuery, 0, $"only the first {LongestQuery} characters of a query are read");
    }

    public static ParsedQuery Parse(string text)
    {
        var cut = text.Length > LongestQuery;
        var parser = new QueryParser(cut ? text[..LongestQuery] : text, cut);
        var root = parser.Or(null);
        while (parser.Stray())
        {
            if (parser.Or(null) is { } more)
                root = root is null ? more : And([new(root, false, false), new(more, false, false)]);
        }

        return new(text, root, parser._problems.All);
    }

    /// <summary>A parenthesis that nothing opened ends no group; reading goes on after it.</summary>
    private bool Stray()
    {
        if (_reader.IsAtEnd)
            return false;
        _problems.Remove(SearchCodes.Parenthesis, _reader.At, 1, "this ) closes nothing");
        _reader.Skip(1);
        return true;
    }

    private Expression? Or(Field? field)
    {
        var alternatives = new List<Expression>();
        while (true)
        {
            if (And(field) is { } alternative)
                alternatives.Add(alternative);
            if (_reader.Operator() is not "OR")
                break;
            var (at, missing) = (_reader.At, alternatives.Count == 0);
            _reader.Skip(2);
            if (missing)
                _problems.Remove(SearchCodes.MissingValue, at, 2, "OR has nothing before it");
            else if (_reader.IsAtEndOfGroup)
                _problems.Remove(SearchCodes.MissingValue, at, 2, "OR has nothing behind it");
        }

        return alternatives.Count <= 1
            ? alternatives.FirstOrDefault()
            : new OrExpression(alternatives[0].Start, End(alternatives[^1]) - alternatives[0].Start, alternatives, 1);
    }

    private Expression? And(Field? field)
    {
        var clauses = new List<AndClause>();
        var firm = false;
        while (!_reader.IsAtEndOfGroup && _reader.Operator() is not "OR")
        {
            if (_reader.Operator() is "AND")
            {
                var at = _reader.At;
                _reader.Skip(3);
                if (clauses.Count == 0)
                    _problems.Remove(SearchCodes.MissingValue, at, 3, "AND has nothing before it");
                else if (_reader.IsAtEndOfGroup || _reader.Operator() is "AND" or "OR")
                    _problems.Remove(SearchCodes.MissingValue, at, 3, "AND has nothing behind it");
                else
                {
                    clauses[^1] = clauses[^1] with { IsFirm = true };
                    firm = true;
                }

                continue;
            }

            if (Clause(field, firm) is { } clause)
                clauses.Add(clause);
            firm = false;
        }

        return clauses.Count == 0 ? null : And(clauses);
    }

    private static Expression And(List<AndClause> clauses) => clauses is [{ IsNegated: false } only]
        ? only.Expression
        : new AndExpression(clauses[0].Expression.Start, End(clauses[^1].Expression) - clauses[0].Expression.Start, clauses, 1);

    private AndClause? Clause(Field? field, bool firm)
    {
        var at = _reader.At;
        var sign = _reader.Operator() is "NOT" ? 3 : _reader.Current is '+' or '-' ? 1 : 0;
        if (sign == 0)
            return Primary(field) is { } plain ? new(plain, false, firm) : null;
        var name = _text.Substring(at, sign);
        _reader.SkipOnly(sign);
        if (sign == 1 && _reader.IsAtGap)
        {
            _problems.Remove(SearchCodes.MissingValue, at, 1, $"{name} stands before a word without a space");
            _reader.SkipSpace();
            return null;
        }

        _reader.SkipSpace();
        if (_reader.IsAtEndOfGroup || _reader.Operator() is "AND" or "OR")
        {
            _problems.Remove(SearchCodes.MissingValue, at, sign, $"{name} has nothing behind it");
            return null;
        }

        return Clause(field, true) is { } clause ? clause with { IsNegated = clause.IsNegated != (name is "NOT" or "-"), IsFirm = true } : null;
    }

    private Expression? Primary(Field? field)
    {
        if (_reader.Field() is { } name)
            return Fielded(name, field);
        if (_reader.Current == '(')
            return Group(field);
        return Leaf(_reader.Current == '"' ? _reader.Phrase(field) : _reader.Word(field));
    }

    private Expression? Fielded((string Name, int Start) named, Field? outer)
    {
        var field = Field.All.FirstOrDefault(f => f.Name.Equals(named.Name, StringComparison.OrdinalIgnoreCase));
        if (field is null)
            _problems.UnknownField(named.Name, named.Start);
        _reader.SkipOnly(named.Name.Length + 1);
        if (_reader.IsAtGap)
        {
            _problems.Remove(SearchCodes.MissingValue, named.Start, named.Name.Length + 1, $"{named.Name}: needs a value right behind the colon");
            _reader.SkipSpace();
            return null;
        }

        field ??= outer;
        if (_reader.Current == '(')
            return Group(field);
        if (field == Field.Year && _reader.Range() is { } range)
            return Leaf(range);
        return Leaf(_reader.Current == '"' ? _reader.Phrase(field) : _reader.Word(field));
    }

    private Expression? Group(Field? field)
    {
        var open = _reader.At;
        _reader.Skip(1);
        if (++_depth > DeepestGroup)
        {
            _problems.Add(SearchCodes.TooLong, open, 1, $"groups are nested more than {DeepestGroup} deep");
            _reader.SkipToEnd();
            return null;
        }

        var inner = Or(field);
        _depth--;
        if (_reader.Current == ')')
            _reader.SkipOnly(1);
        else if (!_problems.Has(SearchCodes.TooLong))
            _problems.Append(SearchCodes.Parenthesis, open, 1, "this ( is not closed", ")");
        var boost = _reader.Boost();
        _reader.SkipSpace();
        if (inner is null)
        {
            _problems.Remove(SearchCodes.MissingValue, open, _reader.At - open, "a group needs something between its parentheses");
            return null;
        }

        return inner with { Start = open, Length = _reader.At - open, Boost = inner.Boost * boost };
    }

    private Expression? Leaf(Expression? leaf)
    {
        if (leaf is null || ++_leaves <= MostLeaves)
            return leaf;
        if (_leaves == MostLeaves + 1)
            _problems.Add(SearchCodes.TooLong, leaf.Start, leaf.Length, $"a query may have {MostLeaves} words and phrases; the rest is left out");
        return null;
    }

    private static int End(Expression expression) => expression.Start + expression.Length;
}
