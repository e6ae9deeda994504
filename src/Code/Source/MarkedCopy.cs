using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lectern.Code.Source;

/// <summary>
/// A member under a comment <c>// Same as Attention.forward except: …</c>. Both members are cut at <c>;</c>, <c>{</c> and
/// <c>}</c>; a piece in which an identifier stands that the comment names after <c>except:</c> is left out on both sides;
/// the rest has to be the same tokens in the same order. Comments, layout and the member's own name do not count.
/// </summary>
/// <param name="Of">The class and the member that were copied.</param>
/// <param name="Except">The words after <c>except:</c>.</param>
public sealed partial record MarkedCopy(string Path, int Line, string Of, IReadOnlySet<string> Except)
{
    private MemberDeclarationSyntax? Member { get; init; }

    public static IEnumerable<MarkedCopy> In(CodeFile file)
    {
        var root = CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot();
        foreach (var comment in root.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)))
        {
            if (Tag().Match(comment.ToString()) is { Success: true } tag)
                yield return new(
                    file.Path, comment.GetLocation().GetLineSpan().StartLinePosition.Line + 1, tag.Groups["of"].Value,
                    Word().Matches(tag.Groups["except"].Value).Select(word => word.Value).ToHashSet())
                {
                    Member = comment.Token.Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault(),
                };
        }
    }

    /// <summary>What is wrong with the copy; null where it is one.</summary>
    public string? Difference(IEnumerable<CodeFile> files)
    {
        var parts = Of.Split('.');
        var original = files.SelectMany(file => CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(type => type.Identifier.Text == parts[0]).SelectMany(type => Found(type, parts)).FirstOrDefault(member => !member.IsEquivalentTo(Member));
        if (original is null || Member is null)
            return $"there is no {Of} to be the same as";
        var (ours, theirs) = (Pieces(Member), Pieces(original));
        if (ours.Count == 0)
            return "the exceptions leave nothing to compare";
        var at = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        return at == ours.Count && at == theirs.Count ? null
            : $"'{ours.ElementAtOrDefault(at) ?? "nothing"}' where {Of} has '{theirs.ElementAtOrDefault(at) ?? "nothing"}'";
    }

    private static IEnumerable<MemberDeclarationSyntax> Found(TypeDeclarationSyntax type, string[] parts) =>
        parts.Length == 1 ? [type] : type.Members.Where(member => Name(member).Text == parts[1]);

    private static SyntaxToken Name(SyntaxNode? member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier,
        ConstructorDeclarationSyntax constructor => constructor.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        BaseTypeDeclarationSyntax type => type.Identifier,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier,
        _ => default,
    };

    private List<string> Pieces(MemberDeclarationSyntax member)
    {
        var (name, pieces, piece) = (Name(member), new List<string>(), new List<SyntaxToken>());
        foreach (var token in member.DescendantTokens())
        {
            piece.Add(token);
            if (!token.IsKind(SyntaxKind.SemicolonToken) && !token.IsKind(SyntaxKind.OpenBraceToken) && !token.IsKind(SyntaxKind.CloseBraceToken))
                continue;
            if (!piece.Exists(t => t.IsKind(SyntaxKind.IdentifierToken) && Except.Contains(t.Text)))
                pieces.Add(string.Join(' ', piece.Select(t => t == name ? "_" : t.Text)));
            piece.Clear();
        }

        return pieces;
    }

    [GeneratedRegex(@"^//\s*Same as (?<of>\w+(\.\w+)?)(,? except:?(?<except>.*))?")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\p{L}_]\w*")]
    private static partial Regex Word();
}
