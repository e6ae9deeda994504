using System.Globalization;
using Lectern.Code;
using Lectern.Code.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lectern.Mutations;

/// <summary>In every region of a formula: each operator turned into its neighbour, each constant moved by one.</summary>
public static class OperatorFlips
{
    public static IEnumerable<Mutant> Of(Implementation implementation) => implementation.Files.SelectMany(Of);

    public static IEnumerable<Mutant> Of(CodeFile file)
    {
        var tokens = CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot().DescendantTokens().ToList();
        foreach (var (name, regions) in file.Regions.GroupBy(region => region.Name).Select(g => (g.Key, g.ToList())))
        {
            var number = 0;
            foreach (var token in tokens.Where(token => regions.Exists(r => token.SpanStart >= r.Start && token.Span.End <= r.End)))
            {
                foreach (var flipped in Flips(token))
                    yield return new($"{name}#{++number}", file.Path, token.SpanStart, token.Text, flipped, $"{token.Text} becomes {flipped} in '{Context(token)}'");
            }
        }
    }

    private static IEnumerable<string> Flips(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.PlusToken when token.Parent is BinaryExpressionSyntax => ["-"],
        SyntaxKind.MinusToken when token.Parent is BinaryExpressionSyntax => ["+"],
        SyntaxKind.MinusToken when token.Parent is PrefixUnaryExpressionSyntax => [""],
        SyntaxKind.AsteriskToken when token.Parent is BinaryExpressionSyntax => ["/"],
        SyntaxKind.SlashToken => ["*"],
        SyntaxKind.LessThanToken when token.Parent is BinaryExpressionSyntax => ["<="],
        SyntaxKind.LessThanEqualsToken => ["<"],
        SyntaxKind.GreaterThanToken when token.Parent is BinaryExpressionSyntax => [">="],
        SyntaxKind.GreaterThanEqualsToken => [">"],
        SyntaxKind.TrueKeyword => ["false"],
        SyntaxKind.FalseKeyword => ["true"],
        SyntaxKind.NumericLiteralToken => Moved(token),
        _ => [],
    };

    private static IEnumerable<string> Moved(SyntaxToken literal)
    {
        var suffix = literal.Text[^1] is 'f' or 'F' or 'L' or 'd' or 'm' ? literal.Text[^1..] : "";
        if (!decimal.TryParse(Convert.ToString(literal.Value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return [];
        var point = literal.Value is double or float && suffix.Length == 0 ? ".0" : "";
        return new[] { value + 1, value - 1 }.Select(moved => moved == Math.Floor(moved)
            ? string.Create(CultureInfo.InvariantCulture, $"{moved:0}{point}{suffix}")
            : string.Create(CultureInfo.InvariantCulture, $"{moved}{suffix}")).Select(text => text[0] == '-' ? $"({text})" : text);
    }

    private static string Context(SyntaxToken token)
    {
        var text = token.Parent!.AncestorsAndSelf().OfType<ExpressionSyntax>().Take(2).Last().ToString();
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
