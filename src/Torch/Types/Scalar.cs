using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of any element type, as operators take one beside tensors.</summary>
public sealed class Scalar : IDisposable
{
    internal Scalar(Arg value, ScalarType type)
    {
        Value = value;
        Type = type;
    }

    public ScalarType Type { get; }

    internal Arg Value { get; }

    public static implicit operator Scalar(byte value) => new(Arg.Of((long)value), ScalarType.Byte);

    public static implicit operator Scalar(sbyte value) => new(Arg.Of((long)value), ScalarType.Int8);

    public static implicit operator Scalar(short value) => new(Arg.Of((long)value), ScalarType.Int16);

    public static implicit operator Scalar(int value) => new(Arg.Of((long)value), ScalarType.Int32);

    public static implicit operator Scalar(long value) => new(Arg.Of(value), ScalarType.Int64);

    public static implicit operator Scalar(Half value) => new(Arg.Of((double)value), ScalarType.Float16);

    public static implicit operator Scalar(float value) => new(Arg.Of((double)value), ScalarType.Float32);

    public static implicit operator Scalar(double value) => new(Arg.Of(value), ScalarType.Float64);

    public static implicit operator Scalar(bool value) => new(Arg.Of(value), ScalarType.Bool);

    public static implicit operator Scalar((float, float) value) => Of(new Complex(value.Item1, value.Item2), ScalarType.ComplexFloat32);

    public static implicit operator Scalar(Complex value) => Of(value, ScalarType.ComplexFloat64);

    /// <summary>Nothing is held; scalars can be disposed because code written against TorchSharp does so.</summary>
    public void Dispose()
    {
    }

    internal double ToDouble() => Value.Kind is ArgKind.Int or ArgKind.Bool ? Value.Integer : Value.Number;

    internal long ToInt64() => Value.Kind is ArgKind.Int or ArgKind.Bool ? Value.Integer : checked((long)Value.Number);

    internal Complex ToComplex() => Value.Kind == ArgKind.Complex ? new Complex(Value.Number, Value.Imaginary) : ToDouble();

    private static Scalar Of(Complex value, ScalarType type) =>
        new(new Arg { Kind = ArgKind.Complex, Number = value.Real, Imaginary = value.Imaginary }, type);
}
