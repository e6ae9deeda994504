using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which C# type holds an element of which tensor.</summary>
internal static class ElementTypes
{
    private static readonly Dictionary<ScalarType, Type> s_types = new()
    {
        [ScalarType.Byte] = typeof(byte),
        [ScalarType.Int8] = typeof(sbyte),
        [ScalarType.Int16] = typeof(short),
        [ScalarType.Int32] = typeof(int),
        [ScalarType.Int64] = typeof(long),
        [ScalarType.Float16] = typeof(Half),
        [ScalarType.Float32] = typeof(float),
        [ScalarType.Float64] = typeof(double),
        [ScalarType.ComplexFloat32] = typeof((float, float)),
        [ScalarType.ComplexFloat64] = typeof(Complex),
        [ScalarType.Bool] = typeof(bool),
    };

    private static readonly Dictionary<Type, ScalarType> s_back = s_types.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static Type Of(ScalarType type) => s_types[type];

    public static ScalarType Of(Type type) =>
        s_back.TryGetValue(type, out var found) ? found : throw new ArgumentException($"{type.Name} is not the type of a tensor's elements.");
}
