using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lectern.Torch.Generator;

/// <summary>A partial method and the operator that stands behind it, as text: equal bindings make equal sources.</summary>
internal sealed record Binding(
    string Types,
    string Signature,
    string ReturnType,
    string Operator,
    string? Arguments,
    string? Self,
    EquatableList<string> Parameters,
    EquatableList<string> Tensors)
{
    public static Binding From(GeneratorAttributeSyntaxContext context)
    {
        var method = (IMethodSymbol)context.TargetSymbol;
        var attribute = context.Attributes[0].ConstructorArguments;
        var self = method.IsStatic ? method.Parameters.FirstOrDefault()?.Name : "this";
        return new Binding(
            string.Join("\n", Enclosing(method.ContainingType).Reverse()),
            Declaration(method),
            method.ReturnType.ToDisplayString(Full),
            (string)attribute[0].Value!,
            attribute.Length > 1 ? (string?)attribute[1].Value : null,
            self is null or "this" ? self : Escaped(self),
            new([.. method.Parameters.Select(p => Escaped(p.Name))]),
            new([.. method.Parameters.Where(IsTensor).Select(p => Escaped(p.Name))]));
    }

    internal static readonly SymbolDisplayFormat Full =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The beginning of each declaration, from the innermost type outwards.</summary>
    internal static IEnumerable<string> Enclosing(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
            yield return (type.IsStatic ? "static " : "") + "unsafe partial class " + type.Name;
    }

    private static string Declaration(IMethodSymbol method)
    {
        var parameters = method.Parameters.Select(p => (p.IsParams ? "params " : "") + p.Type.ToDisplayString(Full) + " " + Escaped(p.Name));
        var modifiers = SyntaxFacts.GetText(method.DeclaredAccessibility);
        return $"{modifiers}{(method.IsStatic ? " static" : "")} partial {method.ReturnType.ToDisplayString(Full)} {Escaped(method.Name)}({string.Join(", ", parameters)})";
    }

    private static bool IsTensor(IParameterSymbol parameter) =>
        parameter.Type is IArrayTypeSymbol { ElementType.Name: "Tensor" } or INamedTypeSymbol { Name: "Tensor" or "TensorList" or "Generator" or "IList" or "IEnumerable" };

    internal static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}

/// <summary>A list that compares by its elements, as incremental generators ask for.</summary>
internal sealed class EquatableList<T>(IReadOnlyList<T> items) : IEquatable<EquatableList<T>>
{
    public IReadOnlyList<T> Items { get; } = items;

    public bool Equals(EquatableList<T>? other) => other is not null && Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    public override int GetHashCode() => Items.Count;
}
