using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>An array as C# writes it, as in <c>long [] {1L, 2L}</c>.</summary>
internal sealed class CSharpPrinter(ElementTexts elements, PrintOptions options, ScalarType type) : BracketPrinter(elements, options)
{
    private readonly ElementTexts _elements = elements;
    private readonly PrintOptions _options = options;

    protected override (char Open, char Close) Brackets => ('{', '}');

    protected override string Suffix => type switch
    {
        ScalarType.Int64 => "L",
        ScalarType.Float32 or ScalarType.Float16 or ScalarType.BFloat16 => "f",
        _ => "",
    };

    private string ElementName => type switch
    {
        ScalarType.Bool => "bool",
        ScalarType.Byte => "byte",
        ScalarType.Int8 => "sbyte",
        ScalarType.Int16 => "short",
        ScalarType.Int32 => "int",
        ScalarType.Int64 => "long",
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.BFloat16 => "bfloat16",
        ScalarType.Float16 => "float16",
        ScalarType.ComplexFloat32 => "complex32",
        _ => "complex64",
    };

    public string Print(string heading)
    {
        Text.Append(heading).Append(", value = ");
        var dimensions = _elements.Shape.Length;
        if (dimensions == 0) return Text.Append(_elements[0]).ToString();
        if (dimensions > 1) Text.Append(_options.NewLine);
        Text.Append(ElementName).Append(" [").Append(',', dimensions - 1).Append("] {");
        if (dimensions > 1) Text.Append(_options.NewLine).Append(' ');
        Inside(0, 0);
        if (dimensions > 1) Text.Append(_options.NewLine);
        return Text.Append('}').ToString();
    }

    protected override string Break(int dimensions) => "," + _options.NewLine;
}
