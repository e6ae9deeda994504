extern alias generator;

using generator::Lectern.Torch.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OutputKind = Microsoft.CodeAnalysis.OutputKind;

namespace Lectern.Torch.Tests.Optim;

/// <summary>What is written from the fields of options and states, and which fields are refused; that it is right, <see cref="SavedFormTests"/> checks.</summary>
public sealed class OptimizerGeneratorTests
{
    private const string Frame = """
        namespace TorchSharp
        {
            public static class torch { public class Tensor; public class Device; }
        }

        namespace TorchSharp.Modules
        {
            internal sealed class OptionsAttribute : System.Attribute;
            internal sealed class StateAttribute : System.Attribute;
            public class OptimizerOptions;
            public class OptimizerState;
            public partial class Rule
            {
                [KIND] public partial class Kind { BODY }
            }
        }
        """;

    private static readonly Dictionary<string, string[]> s_members = new()
    {
        ["Options"] =
        [
            "LoadStateDict(OptimizerOptions source)", "LoadStateDict(BinaryReader reader)", "SaveStateDict(BinaryWriter writer)", "Complete(OptimizerOptions defaults)",
        ],
        ["State"] =
        [
            "LoadStateDict(BinaryReader reader)", "LoadStateDict(OptimizerState source)", "SaveStateDict(BinaryWriter writer)",
            "ApproximatelyEquals(OptimizerState other)", "to(Device device)", "Dispose()",
        ],
    };

    public static TheoryData<string, string> EachMember
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (kind, members) in s_members) foreach (var member in members) data.Add(kind, member);
            return data;
        }
    }

    [Theory]
    [InlineData("Options", "public double? rate; public bool? fast;")]
    [InlineData("State", "public long step; public double rate; public torch.Tensor mean; public torch.Tensor? largest;")]
    public void EveryMemberIsWrittenAndConcernsEveryFieldThatIsNotStatic(string kind, string fields)
    {
        var (written, diagnostics) = Run(kind, fields + " public const int Most = 3; public static string? last;");
        Assert.Empty(diagnostics);
        Assert.Equal(s_members[kind], written.Keys);
        string[] names = [.. fields.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split(' ')[^1])];
        foreach (var (member, body) in written)
        {
            string[] expected = member is "Dispose()" or "to(Device device)" ? ["mean", "largest"] : names;
            Assert.Equal(expected, body.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(it => it.Expression is ThisExpressionSyntax).Select(it => it.Name.Identifier.Text));
            Assert.DoesNotContain(body.DescendantTokens(), token => token.Text is "Most" or "last");
        }
    }

    [Theory, MemberData(nameof(EachMember))]
    public void AMemberThatIsWrittenByHandIsLeftOut(string kind, string member)
    {
        var types = new Dictionary<string, string> { ["BinaryReader"] = "System.IO.BinaryReader", ["BinaryWriter"] = "System.IO.BinaryWriter", ["Device"] = "torch.Device" };
        var open = member.IndexOf('(', StringComparison.Ordinal) + 1;
        var type = member[open..].Split(' ')[0];
        var (written, _) = Run(kind, $"public void {member[..open]}{(types.TryGetValue(type, out var full) ? full + member[(open + type.Length)..] : member[open..])} {{ }}");
        Assert.Equal(s_members[kind].Where(it => it != member), written.Keys);
    }

    [Theory]
    [InlineData("Options", "public double rate;", "rate", "has type double; ")]
    [InlineData("Options", "public double? rate;  public string? name;", "name", "has type string?; ")]
    [InlineData("Options", "public readonly double? rate;", "rate", "is read-only; ")]
    [InlineData("State", "public long step;  public float rate;", "rate", "has type float; ")]
    [InlineData("State", "public torch.Tensor[] means;", "means", "has type Tensor[]; ")]
    public void AFieldThatCannotBeSavedIsAnErrorAtItsPlace(string kind, string fields, string name, string problem)
    {
        var (_, diagnostics) = Run(kind, "\n" + fields);
        var wrong = Assert.Single(diagnostics);
        Assert.Equal(("LTG002", DiagnosticSeverity.Error), (wrong.Id, wrong.Severity));
        Assert.Contains($"TorchSharp.Modules.Rule.Kind.{name} ", wrong.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(problem, wrong.GetMessage(), StringComparison.Ordinal);
        var start = wrong.Location.GetLineSpan();
        Assert.Equal("Rule.cs", start.Path);
        Assert.Equal(Frame.ReplaceLineEndings("\n").Split('\n').TakeWhile(line => !line.Contains("BODY", StringComparison.Ordinal)).Count() + 1, start.StartLinePosition.Line);
        Assert.Equal(fields.LastIndexOf(name, StringComparison.Ordinal), start.StartLinePosition.Character);
    }

    /// <summary>The methods that are written, by name and parameters, and the diagnostics, for a class that has these members.</summary>
    private static (Dictionary<string, MethodDeclarationSyntax> Written, IReadOnlyList<Diagnostic> Diagnostics) Run(string kind, string members)
    {
        var source = Frame.Replace("KIND", kind, StringComparison.Ordinal).Replace("BODY", members, StringComparison.Ordinal);
        var compilation = CSharpCompilation.Create(
            "Rule",
            [CSharpSyntaxTree.ParseText(source, path: "Rule.cs")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var result = CSharpGeneratorDriver.Create(new OptimizerGenerator()).RunGenerators(compilation).GetRunResult();
        var methods = result.GeneratedTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>());
        return (methods.ToDictionary(Signature), result.Diagnostics);
    }

    private static string Signature(MethodDeclarationSyntax method)
    {
        var parameters = method.ParameterList.Parameters.Select(it => $"{it.Type!.DescendantTokens().Last().Text} {it.Identifier.Text}");
        return $"{method.Identifier.Text}({string.Join(", ", parameters)})";
    }
}
