using Lectern.Search.Queries;

namespace Lectern.Search.Engines.Lucene;

/// <summary>A query tree as the record the library reads.</summary>
internal static class QueryWire
{
    public static WireSink Write(QueryNode query)
    {
        var sink = new WireSink();
        Write(sink, query);
        return sink;
    }

    private static void Write(WireSink sink, QueryNode query)
    {
        switch (query)
        {
            case AllNode all:
                Head(sink, 0, all.Boost);
                break;
            case TermNode term:
                Head(sink, 1, term.Boost);
                sink.Text(term.Field);
                sink.Text(term.Term);
                break;
            case PhraseNode phrase:
                Head(sink, 2, phrase.Boost);
                sink.Number(phrase.Slop);
                sink.Text(phrase.Field);
                sink.Number(phrase.Terms.Count);
                foreach (var (term, position) in phrase.Terms)
                {
                    sink.Number(position);
                    sink.Text(term);
                }

                break;
            case BooleanNode boolean:
                Head(sink, 3, 1);
                sink.Byte(boolean.Coord ? (byte)1 : (byte)0);
                sink.Number(boolean.Clauses.Count);
                foreach (var (occur, node) in boolean.Clauses)
                {
                    sink.Byte((byte)occur);
                    Write(sink, node);
                }

                break;
            default:
                throw new ArgumentException($"no engine knows a {query.GetType().Name}", nameof(query));
        }
    }

    private static void Head(WireSink sink, byte kind, double boost)
    {
        sink.Byte(kind);
        sink.Number(boost);
    }
}
