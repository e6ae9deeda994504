using Lectern.Search.Analysis;
using Lectern.Search.Engines;

namespace Lectern.Search.Queries;

/// <summary>
/// A word or phrase to the terms and phrases it stands for, in every field it may stand in. What no document holds is left
/// out, so that the tree is the same for every engine that holds the same documents.
/// </summary>
internal sealed class LeafPlanner(IEngineReader index)
{
    /// <summary>The weight of the form as written where its stem counts 1: a document with both ranks higher.</summary>
    public const double ExactShare = 0.5;

    private readonly Expansion _expansion = new(index);

    /// <summary>The nodes in the order of the fields; empty where nothing can match. <c>null</c> where the text has nothing to search for.</summary>
    public List<QueryNode>? Plan(WordExpression word, IReadOnlyList<Field> fields, out bool cut)
    {
        cut = false;
        if (word.Form == WordForm.Plain)
            return Texts(fields, word.Text, 0, word.Boost, isPhrase: false);
        var words = fields.Where(f => word.Field is not null || f.HasWords || f == Field.Id).ToList();
        (var terms, cut) = _expansion.Of(word, words);
        var nodes = new List<QueryNode>();
        foreach (var field in words)
        {
            foreach (var (term, share) in terms)
                Add(nodes, field, term, field.Weight * share * word.Boost);
        }

        return nodes;
    }

    public List<QueryNode>? Plan(PhraseExpression phrase, IReadOnlyList<Field> fields) =>
        Texts(fields, phrase.Text, phrase.Slop, phrase.Boost, isPhrase: true);

    public List<QueryNode> Plan(RangeExpression range)
    {
        var nodes = new List<QueryNode>();
        foreach (var (term, _) in index.Terms(range.Field.Name, "", Expansion.MostRead))
        {
            var year = int.Parse(term);
            if (year >= (range.From ?? int.MinValue) && year <= (range.To ?? int.MaxValue))
                nodes.Add(new TermNode(range.Field.Name, term, 0));
        }

        return nodes;
    }

    private List<QueryNode>? Texts(IReadOnlyList<Field> fields, string text, int slop, double boost, bool isPhrase)
    {
        var nodes = new List<QueryNode>();
        var empty = true;
        foreach (var field in fields)
        {
            var tokens = Analyzer.Analyze(field.Kind, text);
            empty &= tokens.Count == 0 || field.Kind == AnalysisKind.Keyword;
            Add(nodes, field, tokens, slop, field.Weight * boost, isPhrase);
        }

        return empty && fields.Any(f => f.Kind != AnalysisKind.Keyword) ? null : nodes;
    }

    private void Add(List<QueryNode> nodes, Field field, IReadOnlyList<Token> tokens, int slop, double weight, bool isPhrase)
    {
        var exact = field.Kind == AnalysisKind.Text ? weight * ExactShare : weight;
        var parts = tokens.Where(t => !t.IsWhole).GroupBy(t => t.Position).ToList();
        if (parts.Count == 1 || !isPhrase)
        {
            foreach (var token in parts.Count == 1 ? tokens : tokens.Where(t => t.IsWhole))
                Add(nodes, field, token.Term, token.Form == TokenForm.Exact ? exact : weight);
        }

        if (parts.Count < 2 || !field.HasPositions)
            return;
        var written = parts.Select(p => new PhraseTerm(p.Last(t => t.Form == TokenForm.Exact).Term, p.Key)).ToList();
        Add(nodes, Phrase(field, written, slop, exact));
        if (tokens.Any(t => t.Form == TokenForm.Stem))
            Add(nodes, Phrase(field, [.. parts.Select(p => new PhraseTerm(p.Last().Term, p.Key))], slop, weight));
    }

    /// <summary>Engines move repeated terms about in different ways, so such a phrase is looked for as it stands.</summary>
    private static PhraseNode Phrase(Field field, IReadOnlyList<PhraseTerm> terms, int slop, double boost) =>
        new(field.Name, terms, terms.DistinctBy(t => t.Term).Count() == terms.Count ? slop : 0, boost);

    private void Add(List<QueryNode> nodes, Field field, string term, double boost)
    {
        if (index.DocumentFrequency(field.Name, term) > 0)
            nodes.Add(new TermNode(field.Name, term, boost));
    }

    private void Add(List<QueryNode> nodes, PhraseNode phrase)
    {
        if (phrase.Terms.All(t => index.DocumentFrequency(phrase.Field, t.Term) > 0))
            nodes.Add(phrase);
    }
}
