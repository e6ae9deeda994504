using Lectern.Search.Documents;
using Lectern.Search.Engines;
using Lectern.Search.Queries;

namespace Lectern.Search.Tests.Support;

/// <summary>
/// Lucene's formulas with plain loops over the same tokens: every node of a query is asked for its score in every document,
/// and nothing is skipped, cached or ordered by postings.
/// </summary>
internal sealed class Oracle : IEngineReader
{
    private readonly Dictionary<(string Field, string Term), Dictionary<int, List<int>>> _places = [];
    private readonly Dictionary<(string Field, int Document), double> _norms = [];

    public Oracle(IReadOnlyList<SearchPage> pages)
    {
        foreach (var page in pages)
        {
            foreach (var document in SectionFields.Of(page, [.. Enumerable.Range(DocumentCount, page.Sections.Count)]))
                Add(document);
            DocumentCount += page.Sections.Count;
        }
    }

    public int DocumentCount { get; private set; }

    public EngineHits Search(QueryNode query, TimeSpan limit)
    {
        var norm = 1 / Math.Sqrt(Squares(query));
        var (numbers, scores) = (new List<int>(), new List<double>());
        for (var document = 0; document < DocumentCount; document++)
        {
            if (Score(query, document, norm) is { } score)
            {
                numbers.Add(document);
                scores.Add(score);
            }
        }

        return new([.. numbers], [.. scores], true);
    }

    public string Explain(QueryNode query, int number) => throw new NotSupportedException();

    public FieldPostings Postings(string field) => throw new NotSupportedException();

    public IReadOnlyList<TermCount> Terms(string field, string prefix, int limit) =>
    [
        .. _places.Where(p => p.Key.Field == field && p.Key.Term.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(p => p.Key.Term, StringComparer.Ordinal).Take(limit).Select(p => new TermCount(p.Key.Term, p.Value.Count)),
    ];

    public int DocumentFrequency(string field, string term) => _places.TryGetValue((field, term), out var places) ? places.Count : 0;

    public void Dispose()
    {
    }

    private void Add(EngineDocument document)
    {
        foreach (var (field, boost, tokens) in document.Fields)
        {
            var length = tokens.Select(t => t.Position).Distinct().Count();
            _norms[(field.Name, document.Number)] = field.HasNorms ? Norm.Decode(Norm.Encode((float)(boost / Math.Sqrt(length)))) : 1;
            foreach (var token in tokens)
            {
                if (!_places.TryGetValue((field.Name, token.Term), out var places))
                    _places[(field.Name, token.Term)] = places = [];
                if (!places.TryGetValue(document.Number, out var positions))
                    places[document.Number] = positions = [];
                // A field without positions counts a term once.
                if (field.HasPositions || positions.Count == 0)
                    positions.Add(token.Position);
            }
        }
    }

    private double Idf(string field, string term) => Math.Log((double)DocumentCount / (DocumentFrequency(field, term) + 1)) + 1;

    private double Idf(PhraseNode phrase) => phrase.Terms.Sum(t => Idf(phrase.Field, t.Term));

    private double Squares(QueryNode node) => node switch
    {
        AllNode all => all.Boost * all.Boost,
        TermNode term => Math.Pow(Idf(term.Field, term.Term) * term.Boost, 2),
        PhraseNode phrase => Math.Pow(Idf(phrase) * phrase.Boost, 2),
        BooleanNode boolean => boolean.Clauses.Where(c => c.Occur != Occur.Not).Sum(c => Squares(c.Node)),
        _ => throw new NotSupportedException(),
    };

    /// <summary>Null where the document does not match.</summary>
    private double? Score(QueryNode node, int document, double queryNorm)
    {
        switch (node)
        {
            case AllNode all:
                return all.Boost * queryNorm;
            case TermNode term:
                return _places.TryGetValue((term.Field, term.Term), out var places) && places.TryGetValue(document, out var positions)
                    ? Leaf(term.Field, document, positions.Count, Idf(term.Field, term.Term), term.Boost, queryNorm)
                    : null;
            case PhraseNode phrase:
                return Frequency(phrase, document) is > 0 and var frequency
                    ? Leaf(phrase.Field, document, frequency, Idf(phrase), phrase.Boost, queryNorm)
                    : null;
            case BooleanNode boolean:
                return Score(boolean, document, queryNorm);
            default:
                throw new NotSupportedException();
        }
    }

    private double Leaf(string field, int document, double frequency, double idf, double boost, double queryNorm) =>
        Math.Sqrt(frequency) * (idf * boost * queryNorm * idf) * _norms[(field, document)];

    private double? Score(BooleanNode boolean, int document, double queryNorm)
    {
        var (sum, matching, all, required) = (0.0, 0, 0, false);
        foreach (var (occur, node) in boolean.Clauses)
        {
            var score = Score(node, document, queryNorm);
            if (occur == Occur.Not)
            {
                if (score is not null)
                    return null;
                continue;
            }

            all++;
            required |= occur == Occur.Must;
            if (score is { } part)
                (sum, matching) = (sum + part, matching + 1);
            else if (occur == Occur.Must)
                return null;
        }

        if (matching == 0 && !required)
            return null;
        return boolean.Coord ? sum * matching / all : sum;
    }

    private double Frequency(PhraseNode phrase, int document)
    {
        var places = new List<List<int>>();
        foreach (var (term, position) in phrase.Terms)
        {
            if (!_places.TryGetValue((phrase.Field, term), out var documents) || !documents.TryGetValue(document, out var positions))
                return 0;
            places.Add([.. positions.Select(p => p - position)]);
        }

        return phrase.Slop == 0
            ? places[0].Count(start => places.TrueForAll(p => p.Contains(start)))
            : SloppyPhrase.Frequency(places, [.. phrase.Terms.Select(t => t.Position)], phrase.Slop);
    }
}
