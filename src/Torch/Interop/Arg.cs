using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

internal enum ArgKind
{
    None,
    Default,
    Tensor,
    TensorList,
    OptionalTensorList,
    Int,
    IntList,
    Double,
    DoubleList,
    Bool,
    Complex,
    String,
    Device,
    Generator,
    BoolList,
}

/// <summary>One argument or result of a native call. Laid out as <c>Value</c> in native/torch/shim.h.</summary>
[StructLayout(LayoutKind.Explicit, Size = 24)]
internal unsafe struct Arg
{
    [FieldOffset(0)] public ArgKind Kind;
    [FieldOffset(4)] public int Length;
    [FieldOffset(8)] public long Integer;
    [FieldOffset(8)] public double Number;
    [FieldOffset(8)] public void* Pointer;
    [FieldOffset(16)] public double Imaginary;

    public static readonly Arg None;
    public static readonly Arg Default = new() { Kind = ArgKind.Default };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Arg Required(Tensor tensor, string name)
    {
        if (tensor is null) throw new ArgumentNullException(name);
        return new() { Kind = ArgKind.Tensor, Pointer = (void*)tensor.Handle };
    }

    public static Arg Of(Tensor? tensor) => tensor is null ? None : new() { Kind = ArgKind.Tensor, Pointer = (void*)tensor.Handle };

    public static Arg Of(long value) => new() { Kind = ArgKind.Int, Integer = value };

    public static Arg Of(long? value) => value is { } v ? Of(v) : None;

    public static Arg Of(bool value) => new() { Kind = ArgKind.Bool, Integer = value ? 1 : 0 };

    public static Arg Of(bool? value) => value is { } v ? Of(v) : None;

    public static Arg Of(double value) => new() { Kind = ArgKind.Double, Number = value };

    public static Arg Of(ScalarType type) => Of((long)type);

    public static Arg Of(ScalarType? type) => type is { } t ? Of((long)t) : None;

    public static Arg Of(Scalar? scalar) => scalar is null ? None : scalar.Value;

    public static Arg Of(Device? device) =>
        device is null ? None : new() { Kind = ArgKind.Device, Integer = (long)device.type, Length = device.index };

    public static Arg Of(Generator? generator) =>
        generator is null ? None : new() { Kind = ArgKind.Generator, Pointer = (void*)generator.Handle };

    public static Arg Real(double value) => new() { Kind = ArgKind.Double, Number = value };

    public static Arg Real(double? value) => value is { } v ? Real(v) : None;

    public static Arg List(long* items, int length, bool optional) =>
        optional && items is null ? None : new() { Kind = ArgKind.IntList, Length = length, Pointer = items };

    public static Arg List(double* items, int length, bool optional) =>
        optional && items is null ? None : new() { Kind = ArgKind.DoubleList, Length = length, Pointer = items };

    public static Arg List(bool* items, int length, bool optional) =>
        optional && items is null ? None : new() { Kind = ArgKind.BoolList, Length = length, Pointer = items };

    public static Arg List(nint* items, int length, bool optional) =>
        new() { Kind = optional ? ArgKind.OptionalTensorList : ArgKind.TensorList, Length = length, Pointer = items };

    public static Arg Text(byte* zeroEnded) => zeroEnded is null ? None : new() { Kind = ArgKind.String, Pointer = zeroEnded };

    /// <summary>The text in UTF-8, ended by a zero.</summary>
    public static byte[]? Utf8(string? text) => text is null ? null : [.. Encoding.UTF8.GetBytes(text), 0];
}
