using System.Reflection;

namespace Lectern.Torch.Tests.Operators;

/// <summary>The public methods behind each operator, found by their <c>[Aten]</c> attributes, and how they take a list of arguments.</summary>
internal static class Methods
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Reflection cannot pass spans.</summary>
    public static ILookup<string, MethodInfo> ByOperator { get; } = typeof(torch).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(Declared))
        .Where(method => method.GetCustomAttribute<AtenAttribute>() is not null && !method.GetParameters().Any(p => p.ParameterType.IsByRefLike))
        .ToLookup(method => method.GetCustomAttribute<AtenAttribute>()!.Name);

    /// <summary>Every operator that an <c>[Aten]</c> attribute names, whoever may see the method.</summary>
    public static string[] Operators { get; } = [.. typeof(torch).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(Declared | BindingFlags.NonPublic))
        .Select(method => method.GetCustomAttribute<AtenAttribute>()?.Name)
        .OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Calls a public method by its name, for operators that stand behind methods of more than one line.</summary>
    public static Func<object?[], object> Named(Type owner, string name) => arguments =>
    {
        foreach (var method in owner.GetMethods(Declared).Where(m => m.Name == name && !m.GetParameters().Any(p => p.ParameterType.IsByRefLike || p.ParameterType.IsByRef)))
        {
            if (Bind(method, arguments) is { } bound)
                return method.Invoke(method.IsStatic ? null : arguments[0], BindingFlags.DoNotWrapExceptions, null, bound, null)!;
        }

        throw new ArgumentException($"{owner.Name}.{name} does not take these arguments");
    };

    /// <summary>The arguments as the method takes them, or null where it cannot.</summary>
    public static object?[]? Bind(MethodInfo method, object?[] arguments)
    {
        Type[] types = [.. method.GetParameters().Select(p => p.ParameterType)];
        var skip = method.IsStatic ? 0 : 1;
        if (arguments.Length - skip > types.Length || arguments.Length < skip) return null;
        if (!method.IsStatic && arguments[0] is not Tensor) return null;
        var bound = new object?[types.Length];
        for (var i = 0; i < types.Length; i++)
        {
            var parameter = method.GetParameters()[i];
            if (i + skip < arguments.Length)
            {
                if (!Convert(arguments[i + skip], types[i], out bound[i])) return null;
            }
            else if (parameter.HasDefaultValue) bound[i] = parameter.DefaultValue;
            else if (parameter.IsDefined(typeof(ParamArrayAttribute)) && types[i] == typeof(long[])) bound[i] = Array.Empty<long>();
            else return null;
        }

        return bound;
    }

    public static Tensor[] Call(MethodInfo method, object?[] arguments, object?[] bound) =>
        Results(method.Invoke(method.IsStatic ? null : arguments[0], BindingFlags.DoNotWrapExceptions, null, bound, null)!);

    public static Tensor[] Results(object result) => result switch
    {
        Tensor one => [one],
        Tensor[] many => many,
        IEnumerable<Tensor> many => [.. many],
        bool truth => [tensor(truth)],
        ScalarType type => [tensor((long)type)],
        long number => [tensor(number)],
        double number => [tensor(number)],
        System.Runtime.CompilerServices.ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i]).OfType<Tensor>()],
        _ => throw new ArgumentException($"a result of type {result.GetType()} is not known"),
    };

    private static bool Convert(object? argument, Type type, out object? converted)
    {
        converted = argument;
        var plain = Nullable.GetUnderlyingType(type);
        if (argument is null) return plain is not null || !type.IsValueType;
        type = plain ?? type;
        if (type.IsInstanceOfType(argument)) return true;
        converted = (argument, type) switch
        {
            (long number, _) when type == typeof(int) => (int)number,
            (double number, _) when type == typeof(Scalar) => (Scalar)number,
            (long number, _) when type == typeof(Scalar) => (Scalar)number,
            (bool number, _) when type == typeof(Scalar) => (Scalar)number,
            (long[] sizes, _) when type == typeof(Size) => new Size(sizes),
            _ => null,
        };
        return converted is not null;
    }
}
