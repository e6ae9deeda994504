using Lectern.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Lectern.Search.Engines.LuceneNet;

/// <summary>Query trees as Lucene's queries.</summary>
internal static class QueryTranslation
{
    public static Query Of(QueryNode node)
    {
        switch (node)
        {
            case AllNode all:
                return new MatchAllDocsQuery { Boost = (float)all.Boost };
            case TermNode term:
                return new TermQuery(new Term(term.Field, term.Term)) { Boost = (float)term.Boost };
            case PhraseNode phrase:
                var words = new PhraseQuery { Slop = phrase.Slop, Boost = (float)phrase.Boost };
                foreach (var (term, position) in phrase.Terms)
                    words.Add(new Term(phrase.Field, term), position);
                return words;
            case BooleanNode boolean:
                var clauses = new BooleanQuery(disableCoord: !boolean.Coord);
                foreach (var (occur, inner) in boolean.Clauses)
                    clauses.Add(Of(inner), occur switch { Queries.Occur.Must => Lucene.Net.Search.Occur.MUST, Queries.Occur.Not => Lucene.Net.Search.Occur.MUST_NOT, _ => Lucene.Net.Search.Occur.SHOULD });
                return clauses;
            default:
                throw new ArgumentException($"no engine knows a {node.GetType().Name}", nameof(node));
        }
    }
}
