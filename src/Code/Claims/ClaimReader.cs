using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lectern.Code.Claims;

/// <summary>A claim as it stands in the source of a test class.</summary>
/// <param name="Id">Null where the method's name does not begin with <c>C1_</c>, <c>C2_</c>, ….</param>
public sealed record DeclaredClaim(string? Id, string Text, string PaperValue, string Test);

/// <summary>Claims from the attributes of a test class, read as source text.</summary>
public static partial class ClaimReader
{
    private const string Attribute = "Claim";

    public static IEnumerable<DeclaredClaim> Read(string text, string testClass) =>
        from type in CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
        where type.Identifier.Text == testClass
        from method in type.Members.OfType<MethodDeclarationSyntax>()
        from attribute in method.AttributeLists.SelectMany(list => list.Attributes)
        where attribute.Name.ToString() is Attribute or Attribute + "Attribute"
        select Claim(method.Identifier.Text, attribute);

    private static DeclaredClaim Claim(string method, AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? [];
        var text = arguments.FirstOrDefault(a => a.NameEquals is null)?.Expression;
        var paper = arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.Text == "Paper")?.Expression;
        return new(IdOf().Match(method) is { Success: true } id ? id.Groups["id"].Value : null, Constant(text), Constant(paper), method);
    }

    /// <summary>Literals and sums of literals; anything else is shown as it is written.</summary>
    private static string Constant(ExpressionSyntax? expression) => expression switch
    {
        null => "",
        LiteralExpressionSyntax literal => literal.Token.ValueText,
        ParenthesizedExpressionSyntax inner => Constant(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Constant(sum.Left) + Constant(sum.Right),
        _ => expression.ToString(),
    };

    [GeneratedRegex(@"^(?<id>C[1-9][0-9]*)_")]
    private static partial Regex IdOf();
}
