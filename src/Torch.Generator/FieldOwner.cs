using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lectern.Torch.Generator;

/// <summary>A class, its fields and the methods that it has already, as text: equal owners make equal sources.</summary>
internal sealed record FieldOwner(
    string Namespace,
    string Types,
    string Name,
    string FullName,
    EquatableList<Field> Fields,
    EquatableList<string> Methods,
    EquatableList<WrongField> Wrong)
{
    public static FieldOwner From(INamedTypeSymbol type, Members members)
    {
        var (fields, wrong) = (new List<Field>(), new List<WrongField>());
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsImplicitlyDeclared))
        {
            var written = field.Type.ToDisplayString(Binding.Full);
            if (!field.IsReadOnly && members.Kinds.TryGetValue(written, out var kind)) fields.Add(new Field(Binding.Escaped(field.Name), kind));
            else wrong.Add(WrongField.From(field, members));
        }

        return new FieldOwner(
            type.ContainingNamespace.ToDisplayString(),
            string.Join("\n", Binding.Enclosing(type).Reverse()),
            type.Name,
            type.ToDisplayString(),
            new(fields),
            new([.. type.GetMembers().OfType<IMethodSymbol>().Select(method => $"{method.Name}({string.Join(", ", method.Parameters.Select(p => p.Type.Name))})")]),
            new(wrong));
    }
}

internal sealed record Field(string Name, FieldKind Kind);

/// <summary>Numbers are named as <c>BinaryReader</c> names them.</summary>
internal enum FieldKind
{
    Boolean,
    Int64,
    Double,
    Tensor,
    OptionalTensor,
}

internal sealed record WrongField(string Message, Place Place)
{
    public static WrongField From(IFieldSymbol field, Members members)
    {
        var problem = field.IsReadOnly ? "is read-only" : $"has type {field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";
        var possible = string.Join(", ", members.Kinds.Keys.Select(name => name.Substring(name.LastIndexOf('.') + 1)));
        return new WrongField($"{field.ContainingType.ToDisplayString()}.{field.Name} {problem}; a field that is saved is a variable of type {possible}", Place.Of(field));
    }
}

/// <summary>A location without the syntax tree it stands in, which would be kept alive.</summary>
internal sealed record Place(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static Place Of(ISymbol symbol)
    {
        var lines = symbol.Locations[0].GetLineSpan();
        return new Place(lines.Path, symbol.Locations[0].SourceSpan, lines.Span);
    }

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
