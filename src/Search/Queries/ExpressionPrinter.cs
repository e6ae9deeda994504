using System.Globalization;

namespace Lectern.Search.Queries;

/// <summary>An expression as a query with every operator written out; parsed again, it means the same.</summary>
internal static class ExpressionPrinter
{
    public static string Print(Expression expression) => Print(expression, inner: false);

    private static string Print(Expression expression, bool inner)
    {
        var text = expression switch
        {
            WordExpression word => Name(word.Field) + word.Text + Suffix(word),
            PhraseExpression phrase => $"{Name(phrase.Field)}\"{phrase.Text}\"{(phrase.Slop > 0 ? $"~{phrase.Slop}" : "")}",
            RangeExpression range => $"{Name(range.Field)}{range.From}..{range.To}",
            AndExpression and => Grouped(string.Join(" AND ", and.Clauses.Select(c => (c.IsNegated ? "NOT " : "") + Print(c.Expression, true))), inner || and.Boost != 1),
            OrExpression or => Grouped(string.Join(" OR ", or.Alternatives.Select(a => Print(a, true))), inner || or.Boost != 1),
            _ => throw new ArgumentException($"a {expression.GetType().Name} cannot be printed", nameof(expression)),
        };
        return expression.Boost == 1 ? text : text + "^" + expression.Boost.ToString(CultureInfo.InvariantCulture);
    }

    private static string Name(Field? field) => field is null ? "" : field.Name + ":";

    private static string Grouped(string text, bool inner) => inner ? $"({text})" : text;

    private static string Suffix(WordExpression word) => word.Form switch
    {
        WordForm.Fuzzy => word.Edits > 0 ? $"~{word.Edits}" : "~",
        _ => "",
    };
}
