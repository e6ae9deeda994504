using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lectern.Code.Source;

/// <summary>
/// What each token and comment is, told from the syntax tree alone. An identifier is a type where the grammar allows
/// nothing else; where it allows an expression as well, names of variables keep the colour of text.
/// </summary>
internal static class CodeClassifier
{
    public static IReadOnlyList<CodeSpan> Spans(SyntaxNode root)
    {
        var spans = new List<CodeSpan>();
        foreach (var token in root.DescendantTokens())
        {
            Trivia(token.LeadingTrivia, spans);
            if (Kind(token) is { } kind && token.Span.Length > 0)
                spans.Add(new(token.SpanStart, token.Span.Length, kind));
            Trivia(token.TrailingTrivia, spans);
        }

        return spans;
    }

    private static void Trivia(SyntaxTriviaList list, List<CodeSpan> spans)
    {
        string? departure = null;
        foreach (var trivia in list)
        {
            CodeKind? kind = trivia switch
            {
                { IsDirective: true } => CodeKind.Preprocessor,
                _ when trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) => Comments.Kind(trivia, ref departure),
                _ when trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia) => CodeKind.Comment,
                _ => null,
            };
            if (kind is { } known)
                spans.Add(new(trivia.FullSpan.Start, trivia.ToFullString().TrimEnd('\n').Length, known));
        }
    }

    private static CodeKind? Kind(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => CodeKind.Number,
        SyntaxKind.IdentifierToken => OfIdentifier(token),
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken
            or SyntaxKind.InterpolatedMultiLineRawStringStartToken or SyntaxKind.InterpolatedRawStringEndToken => CodeKind.Text,
        var kind when SyntaxFacts.IsKeywordKind(kind) || SyntaxFacts.IsContextualKeyword(kind) => CodeKind.Keyword,
        _ => null,
    };

    private static CodeKind? OfIdentifier(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } or IdentifierNameSyntax { IsNint: true } => CodeKind.Keyword,
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or TypeParameterSyntax or ConstructorDeclarationSyntax => CodeKind.Type,
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => CodeKind.Method,
        SimpleNameSyntax name => OfName(name),
        _ => null,
    };

    private static CodeKind? OfName(SimpleNameSyntax name)
    {
        var whole = name.Parent is QualifiedNameSyntax { Right: var right } qualified && right == name ? qualified : (SyntaxNode)name;
        return whole.Parent switch
        {
            UsingDirectiveSyntax or BaseNamespaceDeclarationSyntax => null,
            InvocationExpressionSyntax => CodeKind.Method,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Name == name && call.Expression == access => CodeKind.Method,
            MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax } => CodeKind.Method,
            QualifiedNameSyntax => null,
            ParameterSyntax or VariableDeclarationSyntax or ObjectCreationExpressionSyntax or BaseTypeSyntax or TypeArgumentListSyntax or ArrayTypeSyntax
                or NullableTypeSyntax or CastExpressionSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax or AttributeSyntax or TupleElementSyntax
                or DeclarationPatternSyntax or RecursivePatternSyntax or TypeConstraintSyntax or RefTypeSyntax or ForEachStatementSyntax { Type: var _ }
                or CatchDeclarationSyntax when IsType(whole) => CodeKind.Type,
            MethodDeclarationSyntax or LocalFunctionStatementSyntax or BasePropertyDeclarationSyntax or DelegateDeclarationSyntax or OperatorDeclarationSyntax => CodeKind.Type,
            _ => null,
        };
    }

    /// <summary>Some of these hold a type and an expression; the type is what the grammar calls a type there.</summary>
    private static bool IsType(SyntaxNode name) => name.Parent switch
    {
        ForEachStatementSyntax loop => loop.Type == name,
        CastExpressionSyntax cast => cast.Type == name,
        ParameterSyntax parameter => parameter.Type == name,
        _ => true,
    };
}
