using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The elements of a tensor as texts, in row order.</summary>
internal sealed class ElementTexts
{
    private readonly Func<long, string> _element;

    public ElementTexts(Tensor tensor, string format, CultureInfo culture)
    {
        Shape = tensor.shape;
        using var scope = NewDisposeScope();
        using var off = no_grad();
        var here = tensor.to(CPU);
        _element = tensor.dtype switch
        {
            ScalarType.Bool => Texts<bool>(here, value => value.ToString(culture)),
            ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 => Texts<float>(here.to(ScalarType.Float32), value => value.ToString(format, culture)),
            ScalarType.Float64 => Texts<double>(here, value => value.ToString(format, culture)),
            ScalarType.ComplexFloat32 => Texts<(float Real, float Imaginary)>(here, value => Complex(value.Real.ToString(format, culture), value.Real, value.Imaginary.ToString(format, culture), value.Imaginary)),
            ScalarType.ComplexFloat64 => Texts<System.Numerics.Complex>(here, value => Complex(value.Real.ToString(format, culture), value.Real, value.Imaginary.ToString(format, culture), value.Imaginary)),
            _ => Texts<long>(here.to(ScalarType.Int64), value => value.ToString(CultureInfo.InvariantCulture)),
        };
    }

    public long[] Shape { get; }

    public string this[long index] => _element(index);

    private static Func<long, string> Texts<T>(Tensor tensor, Func<T, string> write)
        where T : unmanaged
    {
        var values = tensor.data<T>().ToArray();
        return index => write(values[index]);
    }

    /// <summary>1+2i, 2i, or 1: a part that is zero is left out, unless both are.</summary>
    private static string Complex(string realText, double real, string imaginaryText, double imaginary) => (real, imaginary) switch
    {
        (_, 0) => realText,
        (0, _) => imaginaryText + "i",
        _ => $"{realText}+{imaginaryText}i",
    };
}
