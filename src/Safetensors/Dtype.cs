namespace Lectern.Safetensors;

/// <summary>The types of elements that the format names, with their bytes; those without a tensor type can be listed but not loaded.</summary>
internal sealed record Dtype(string Name, int Size, ScalarType? Type)
{
    private static readonly Dtype[] s_all =
    [
        new("BOOL", 1, ScalarType.Bool),
        new("U8", 1, ScalarType.Byte),
        new("I8", 1, ScalarType.Int8),
        new("I16", 2, ScalarType.Int16),
        new("I32", 4, ScalarType.Int32),
        new("I64", 8, ScalarType.Int64),
        new("F16", 2, ScalarType.Float16),
        new("BF16", 2, ScalarType.BFloat16),
        new("F32", 4, ScalarType.Float32),
        new("F64", 8, ScalarType.Float64),
        new("C64", 8, ScalarType.ComplexFloat32),
        new("U16", 2, null),
        new("U32", 4, null),
        new("U64", 8, null),
        new("F8_E4M3", 1, null),
        new("F8_E5M2", 1, null),
    ];

    public static Dtype? Find(string name) => Array.Find(s_all, dtype => dtype.Name == name);

    public static Dtype Of(ScalarType type) =>
        Array.Find(s_all, dtype => dtype.Type == type) ?? throw new NotSupportedException($"The format has no elements of type {type}.");
}
