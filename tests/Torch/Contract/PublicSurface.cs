using System.Globalization;
using System.Reflection;

namespace Lectern.Torch.Tests.Contract;

/// <summary>The public and protected members of an assembly, each as a line of the contract: kind, owner, parameters with defaults, result.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<SurfaceMember> Of(Assembly assembly) => assembly.GetExportedTypes().SelectMany(Of);

    /// <summary>Without namespaces; the arguments of all enclosing types stand at the end.</summary>
    public static string Name(Type type)
    {
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (type.IsPointer) return Name(type.GetElementType()!) + "*";
        if (type.IsGenericParameter) return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        var path = type.Name.Split('`')[0];
        for (var outer = type.DeclaringType; outer is not null; outer = outer.DeclaringType) path = $"{outer.Name.Split('`')[0]}.{path}";
        return path + Arguments(type.GetGenericArguments());
    }

    private static IEnumerable<SurfaceMember> Of(Type type)
    {
        var owner = Name(type);
        yield return new SurfaceMember($"T {owner} : {(type.BaseType is { } parent ? Name(parent) : "")}");
        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
            yield return new SurfaceMember($"F {owner}.{field.Name} : {Name(field.FieldType)}", Annotations: Annotations.Of(field));
        foreach (var property in type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsSeen)))
            yield return Line(owner, property);
        foreach (var constructor in type.GetConstructors(Declared).Where(constructor => IsSeen(constructor) && !constructor.IsStatic))
            yield return new SurfaceMember($"M {owner}..ctor({Parameters(constructor)}) -> ctor{Mark(constructor)}", Annotations: Annotations.Of(constructor));
        foreach (var method in type.GetMethods(Declared).Where(method => IsSeen(method) && !IsAccessor(method)))
            yield return new SurfaceMember($"M {owner}.{method.Name}{Arguments(method.GetGenericArguments())}({Parameters(method)}) -> {Name(method.ReturnType)}{Mark(method)}", IsOverride(method), Annotations.Of(method));
    }

    private static SurfaceMember Line(string owner, PropertyInfo property)
    {
        var index = property.GetIndexParameters();
        var place = index.Length == 0 ? "" : $"[{string.Join(',', index.Select(p => $"{Name(p.ParameterType)} {p.Name}"))}]";
        var set = property.SetMethod is { } setter && IsSeen(setter) ? " set" : "";
        return new SurfaceMember($"P {owner}.{property.Name}{place} : {Name(property.PropertyType)}{set}{Mark(property)}", IsOverride(property.GetAccessors(true)[0]), Annotations.Of(property));
    }

    private static string Mark(MemberInfo member) => member.IsDefined(typeof(ObsoleteAttribute), false) ? " [Obsolete]" : "";

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    private static string Arguments(Type[] types) => types.Length == 0 ? "" : $"<{string.Join(',', types.Select(Name))}>";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter) =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Default(parameter.RawDefaultValue) : "")}";

    private static string Default(object? value) =>
        value is null ? "null" : Convert.ToString(value is Enum ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : value, CultureInfo.InvariantCulture)!;
}

/// <param name="Line">The member in the notation of the contract.</param>
/// <param name="IsOverride">Callers already see it through the type that declared it first.</param>
/// <param name="Annotations">What the compiler knows of it beside its types, see <see cref="Contract.Annotations"/>.</param>
internal sealed record SurfaceMember(string Line, bool IsOverride = false, string Annotations = "");
