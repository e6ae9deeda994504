using Lectern.Search.Queries;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lectern.Search.Engines.LuceneNet;

internal sealed class LuceneNetReader : IEngineReader
{
    private const int MostClauses = 1 << 16;

    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly AtomicReader _segment;
    private readonly int[] _numbers;

    public LuceneNetReader(DirectoryReader reader)
    {
        BooleanQuery.MaxClauseCount = MostClauses;
        _reader = reader;
        _segment = SlowCompositeReaderWrapper.Wrap(reader);
        _searcher = new(reader) { Similarity = new DefaultSimilarity() };
        _numbers = new int[reader.MaxDoc];
        foreach (var (term, postings) in Postings(LuceneNetEngine.Number, document => document).Terms)
            _numbers[postings[0].Number] = int.Parse(term);
    }

    public int DocumentCount => _numbers.Length;

    public EngineHits Search(QueryNode query, TimeSpan limit)
    {
        var hits = new AllHits(limit);
        _searcher.Search(QueryTranslation.Of(query), hits);
        return new([.. hits.Documents.Select(d => _numbers[d])], [.. hits.Scores], hits.Complete);
    }

    public string Explain(QueryNode query, int number) =>
        _searcher.Explain(QueryTranslation.Of(query), Array.IndexOf(_numbers, number)).ToString();

    public IReadOnlyList<TermCount> Terms(string field, string prefix, int limit)
    {
        var found = new List<TermCount>();
        if (_segment.GetTerms(field)?.GetEnumerator() is not { } terms || terms.SeekCeil(new BytesRef(prefix)) == TermsEnum.SeekStatus.END)
            return found;
        do
        {
            var term = terms.Term.Utf8ToString();
            if (!term.StartsWith(prefix, StringComparison.Ordinal))
                break;
            found.Add(new(term, terms.DocFreq));
        }
        while (found.Count < limit && terms.MoveNext());
        return found;
    }

    public int DocumentFrequency(string field, string term) => _reader.DocFreq(new Term(field, term));

    public FieldPostings Postings(string field) => Postings(field, document => _numbers[document]);

    public void Dispose()
    {
        _reader.Dispose();
        _reader.Directory.Dispose();
    }

    private FieldPostings Postings(string field, Func<int, int> number)
    {
        var norms = new Dictionary<int, byte>();
        if (_segment.GetNormValues(field) is { } values)
        {
            for (var document = 0; document < _reader.MaxDoc; document++)
                norms[number(document)] = (byte)values.Get(document);
        }

        var found = new List<TermPostings>();
        for (var terms = _segment.GetTerms(field)?.GetEnumerator(); terms?.MoveNext() == true;)
        {
            var postings = new List<Posting>();
            if (terms.DocsAndPositions(null, null) is { } places)
            {
                while (places.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                    postings.Add(new(number(places.DocID), [.. Enumerable.Range(0, places.Freq).Select(_ => places.NextPosition())]));
            }
            else
            {
                for (var documents = terms.Docs(null, null, DocsFlags.NONE); documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS;)
                    postings.Add(new(number(documents.DocID), [0]));
            }

            found.Add(new(terms.Term.Utf8ToString(), postings));
        }

        return new(norms, found);
    }
}
