using Lectern.Search.Analysis;
using Lectern.Search.Engines;

namespace Lectern.Search.Queries;

/// <summary>A term that a prefix, wildcard or similar word stands for, and the share of its weight that it gets.</summary>
internal sealed record ExpandedTerm(string Term, double Share);

/// <summary>
/// Prefixes, wildcards and similar words to terms of the dictionary. Of all fields together the terms found in the most
/// documents are taken, at most <see cref="MostTerms"/>; where terms are found equally often, those of lower ordinal.
/// </summary>
internal sealed class Expansion(IEngineReader index)
{
    public const int MostTerms = 64;
    public const int MostRead = 200_000;
    private const int ShortWord = 4;

    public (IReadOnlyList<ExpandedTerm> Terms, bool Cut) Of(WordExpression word, IReadOnlyList<Field> fields)
    {
        var text = Letters.Fold(word.Text);
        var found = word.Form switch
        {
            WordForm.Prefix => Read(fields, text[..^1]).Select(t => (t.Key, t.Value, Share: 1.0, Edits: 0)),
            WordForm.Wildcard => Read(fields, text[..text.AsSpan().IndexOfAny('*', '?')]).Where(t => Matches(text, t.Key)).Select(t => (t.Key, t.Value, Share: 1.0, Edits: 0)),
            _ => Similar(text, word.Edits > 0 ? word.Edits : text.Length <= ShortWord ? 1 : 2, fields),
        };
        var ordered = found.OrderBy(t => t.Edits).ThenByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).ToList();
        return ([.. ordered.Take(MostTerms).Select(t => new ExpandedTerm(t.Key, t.Share))], ordered.Count > MostTerms);
    }

    /// <summary>Words that begin with the same letter and are at most so many edits away; the nearer the more weight.</summary>
    public IEnumerable<(string Key, int Value, double Share, int Edits)> Similar(string text, int edits, IReadOnlyList<Field> fields) =>
        from term in Read(fields, text[..1])
        let distance = EditDistance.Between(text, term.Key, edits)
        where distance <= edits
        select (term.Key, term.Value, Share: 1 - (double)distance / Math.Max(text.Length, term.Key.Length), Edits: distance);

    /// <summary>Words that begin so, with the number of documents in the field that holds them most.</summary>
    private Dictionary<string, int> Read(IReadOnlyList<Field> fields, string prefix)
    {
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            foreach (var (term, documents) in index.Terms(field.Name, prefix, MostRead))
            {
                if (term[0] != Stem.Mark)
                    terms[term] = Math.Max(documents, terms.GetValueOrDefault(term));
            }
        }

        return terms;
    }

    /// <summary>Greedy with one place to come back to: the last <c>*</c>.</summary>
    private static bool Matches(string pattern, string term)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < term.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, mark) = (p++, t);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == term[t]))
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (p, t) = (star + 1, ++mark);
            else
                return false;
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
