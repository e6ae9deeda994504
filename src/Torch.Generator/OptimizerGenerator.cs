using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Lectern.Torch.Generator;

/// <summary>
/// Gives each class with an <c>[Options]</c> or a <c>[State]</c> attribute the members that save, load, copy and compare its fields,
/// in the order of their declaration. A member that is written by hand is left out.
/// </summary>
[Generator]
public sealed class OptimizerGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor s_wrong = new(
        "LTG002", "A field cannot be saved", "{0}", "Optimizers", DiagnosticSeverity.Error, isEnabledByDefault: true);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Register(context, "TorchSharp.Modules.OptionsAttribute", Members.OfOptions);
        Register(context, "TorchSharp.Modules.StateAttribute", Members.OfState);
    }

    private static void Register(IncrementalGeneratorInitializationContext context, string attribute, Members members)
    {
        var owners = context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute, static (node, _) => node is ClassDeclarationSyntax, (c, _) => FieldOwner.From((INamedTypeSymbol)c.TargetSymbol, members));
        context.RegisterSourceOutput(owners, (output, owner) => Write(output, owner, members));
    }

    private static void Write(SourceProductionContext output, FieldOwner owner, Members members)
    {
        foreach (var wrong in owner.Wrong.Items) output.ReportDiagnostic(Diagnostic.Create(s_wrong, wrong.Place.ToLocation(), wrong.Message));
        output.AddSource($"{owner.FullName}.g.cs", SourceText.From(members.Write(owner), Encoding.UTF8));
    }
}
