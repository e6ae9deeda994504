using Lectern.Search.Engines;

namespace Lectern.Search.Queries;

/// <summary>
/// Expressions to query trees. Words of a query must all match; with <c>any</c>, those that were not made firm by an operator
/// or only filter become alternatives, and a document with more of them ranks higher.
/// </summary>
public sealed class Planner
{
    private readonly LeafPlanner _leaves;
    private readonly bool _any;
    private readonly List<QueryProblem> _problems = [];
    private readonly List<WordExpression> _unknown = [];
    private bool _hasChoice;

    private Planner(IEngineReader index, bool any) => (_leaves, _any) = (new(index), any);

    public static QueryPlan Plan(ParsedQuery query, IEngineReader index, bool any = false)
    {
        var planner = new Planner(index, any);
        var root = query.Root is null ? null : planner.Node(query.Root, 1, top: true, out _);
        if (root is not null && !Scores(root))
            root = new BooleanNode([new(Occur.Must, new AllNode(1)), new(Occur.Must, root)], Coord: false);
        return new(root, planner._problems, planner._unknown, planner._hasChoice);
    }

    /// <param name="empty">True where the expression has no term at all and is left out rather than matched by nothing.</param>
    private QueryNode? Node(Expression expression, double boost, bool top, out bool empty)
    {
        empty = false;
        switch (expression)
        {
            case AndExpression and:
                return And(and, boost * and.Boost, top, out empty);
            case OrExpression or:
                return Joined([.. or.Alternatives.Select(a => Node(a, boost * or.Boost, false, out _)).OfType<QueryNode>().Select(n => new Clause(Occur.Should, n))], coord: true);
            case RangeExpression range:
                return Joined(_leaves.Plan(range));
            case PhraseExpression phrase:
                return Leaf(phrase, _leaves.Plan(phrase with { Boost = phrase.Boost * boost }, Fields(phrase.Field)), phrase.Text, out empty);
            case WordExpression word:
                var nodes = _leaves.Plan(word with { Boost = word.Boost * boost }, Fields(word.Field), out var cut);
                if (cut)
                    _problems.Add(new(SearchCodes.ManyTerms, word.Start, word.Length, $"{word.Text} stands for more than {Expansion.MostTerms} words; the {Expansion.MostTerms} most frequent are searched for"));
                if (nodes is { Count: 0 } && word.Form == WordForm.Plain)
                    _unknown.Add(word);
                return Leaf(word, nodes, word.Text, out empty);
            default:
                throw new ArgumentException($"a {expression.GetType().Name} cannot be planned", nameof(expression));
        }
    }

    private QueryNode? And(AndExpression and, double boost, bool top, out bool empty)
    {
        var clauses = new List<Clause>();
        var impossible = false;
        foreach (var (expression, isNegated, isFirm) in and.Clauses)
        {
            var mayMiss = top && !isNegated && !isFirm && !IsFilter(expression);
            _hasChoice |= mayMiss;
            var node = Node(expression, boost, false, out var leftOut);
            if (node is not null)
                clauses.Add(new(isNegated ? Occur.Not : mayMiss && _any ? Occur.Should : Occur.Must, node));
            else
                impossible |= !isNegated && !leftOut && !(mayMiss && _any);
        }

        empty = clauses.Count == 0 && !impossible;
        if (impossible || clauses.Count == 0)
            return null;
        Together(clauses);
        if (clauses.TrueForAll(c => c.Occur == Occur.Not))
            clauses.Insert(0, new(Occur.Must, new AllNode(1)));
        return Joined(clauses, coord: true);
    }

    /// <summary>Beside what must match, alternatives could all be missing; as one clause, one of them must be there.</summary>
    private static void Together(List<Clause> clauses)
    {
        var alternatives = clauses.Where(c => c.Occur == Occur.Should).ToList();
        if (alternatives.Count == 0 || !clauses.Exists(c => c.Occur == Occur.Must))
            return;
        clauses.RemoveAll(c => c.Occur == Occur.Should);
        clauses.Insert(0, new(Occur.Must, Joined(alternatives, coord: true)!));
    }

    private QueryNode? Leaf(Expression leaf, List<QueryNode>? nodes, string text, out bool empty)
    {
        empty = nodes is null;
        if (nodes is not null)
            return Joined(nodes);
        _problems.Add(new(SearchCodes.NoTerms, leaf.Start, leaf.Length, $"'{text}' has no letter, digit or sign that is indexed, and is left out"));
        return null;
    }

    private static QueryNode? Joined(List<QueryNode> alternatives) =>
        Joined([.. alternatives.Select(n => new Clause(Occur.Should, n))], coord: false);

    /// <summary>One clause that is not negated stands for itself.</summary>
    private static QueryNode? Joined(List<Clause> clauses, bool coord) => clauses switch
    {
        [] => null,
        [{ Occur: not Occur.Not } only] => only.Node,
        _ => new BooleanNode(clauses, coord),
    };

    private static IReadOnlyList<Field> Fields(Field? field) => field switch
    {
        null => Field.Default,
        _ when field == Field.Title => [Field.Short, Field.Title],
        _ when field == Field.Note => [Field.Heading, Field.Note],
        _ => [field],
    };

    private static bool IsFilter(Expression expression) => expression switch
    {
        RangeExpression => true,
        WordExpression { Field: { } field } => field.Weight == 0,
        PhraseExpression { Field: { } field } => field.Weight == 0,
        _ => false,
    };

    private static bool Scores(QueryNode node) => node switch
    {
        AllNode all => all.Boost > 0,
        TermNode term => term.Boost > 0,
        PhraseNode phrase => phrase.Boost > 0,
        BooleanNode boolean => boolean.Clauses.Any(c => c.Occur != Occur.Not && Scores(c.Node)),
        _ => false,
    };
}
