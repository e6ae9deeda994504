using Lectern.Search.Queries;

namespace Lectern.Search.Results;

/// <summary>The terms of a query tree by field, without those that must not match.</summary>
internal sealed class QueryTerms
{
    private readonly Dictionary<string, HashSet<string>> _byField = new(StringComparer.Ordinal);

    public QueryTerms(QueryNode? root)
    {
        if (root is not null)
            Collect(root);
    }

    public bool Has(string field, string term) => _byField.TryGetValue(field, out var terms) && terms.Contains(term);

    private void Collect(QueryNode node)
    {
        switch (node)
        {
            case TermNode term:
                Add(term.Field, term.Term);
                break;
            case PhraseNode phrase:
                foreach (var (term, _) in phrase.Terms)
                    Add(phrase.Field, term);
                break;
            case BooleanNode boolean:
                foreach (var clause in boolean.Clauses.Where(c => c.Occur != Occur.Not))
                    Collect(clause.Node);
                break;
        }
    }

    private void Add(string field, string term)
    {
        if (!_byField.TryGetValue(field, out var terms))
            _byField[field] = terms = new(StringComparer.Ordinal);
        terms.Add(term);
    }
}
