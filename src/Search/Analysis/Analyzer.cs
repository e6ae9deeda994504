namespace Lectern.Search.Analysis;

/// <summary>Texts to tokens, the same for every engine and for the browser.</summary>
public static class Analyzer
{
    /// <summary>Between two values of a field, so that no phrase reaches from one into the other.</summary>
    public const int Gap = 100;

    public static IReadOnlyList<Token> Analyze(AnalysisKind kind, string text) => Analyze(kind, [text]);

    /// <summary>Offsets count from the start of each value.</summary>
    public static IReadOnlyList<Token> Analyze(AnalysisKind kind, IReadOnlyList<string> values)
    {
        var all = new List<Token>();
        var position = 0;
        foreach (var value in values)
        {
            var tokens = new Tokens(kind == AnalysisKind.Text, position);
            Run(kind, value, tokens);
            all.AddRange(tokens.List);
            position = tokens.Next + Gap;
        }

        return all;
    }

    private static void Run(AnalysisKind kind, string text, Tokens tokens)
    {
        switch (kind)
        {
            case AnalysisKind.Math:
                MathAnalyzer.Analyze(text, tokens);
                break;
            case AnalysisKind.Keyword:
                tokens.Add(Letters.Fold(text.Trim()), 0, text.Length);
                tokens.Advance();
                break;
            default:
                TextAnalyzer.Analyze(text, tokens);
                break;
        }
    }
}
