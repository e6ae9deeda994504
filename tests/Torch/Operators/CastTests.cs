using System.Numerics;
using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Operators;

/// <summary>Conversions between all pairs of element types, against the conversions of C#.</summary>
public sealed class CastTests
{
    /// <summary>Whole and halved numbers that every type with a sign holds exactly.</summary>
    private static readonly double[] s_values = [0, 1, 2, 100, 1.5, 7.25];

    public static TheoryData<ScalarType> Types => new(Enum.GetValues<ScalarType>());

    [Theory, MemberData(nameof(Types))]
    public void ACastToAndFromEveryTypeKeepsWhatTheTypeHolds(ScalarType from)
    {
        using var scope = NewDisposeScope();
        var source = tensor(s_values, ScalarType.Float64, TestDevice.Current).to(from);
        var held = s_values.Select(v => Held(v, from)).ToArray();
        Assert.Equal(from, source.dtype);
        Assert.Equal(held, Nd.Read(source).Data);
        foreach (var to in Enum.GetValues<ScalarType>())
        {
            var cast = source.to(to);
            Assert.Equal(to, cast.dtype);
            Assert.Equal(held.Select(v => Held(v, to)), Nd.Read(cast).Data);
        }
    }

    [Fact]
    public void BFloat16RoundsToTheNearestOfEightBitsAndToEvenAtTheMiddle()
    {
        using var scope = NewDisposeScope();
        var random = new Random(3);
        double[] values = [1 + 1.0 / 256, 1 + 3.0 / 256, -1 - 1.0 / 256, 3.14159265, .. Enumerable.Range(0, 500).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20)))];
        var expected = values.Select(v => (double)Rounded((float)v)).ToArray();
        var rounded = tensor(values, device: TestDevice.Current).to(ScalarType.Float32).to(ScalarType.BFloat16);
        Assert.Equal(expected, Nd.Read(rounded).Data);
        Assert.Equal(values.Select(v => (ushort)(BitConverter.SingleToUInt32Bits(Rounded((float)v)) >> 16)), rounded.cpu().data<ushort>().ToArray());
    }

    [Fact]
    public void Float16IsTheHalfOfNet()
    {
        using var scope = NewDisposeScope();
        var random = new Random(4);
        float[] values = [.. Enumerable.Range(0, 500).Select(_ => (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-8, 7))))];
        var halves = tensor(values, device: TestDevice.Current).to(ScalarType.Float16);
        Assert.Equal(values.Select(v => (Half)v), halves.cpu().data<Half>().ToArray());
    }

    [Fact]
    public void SmallIntegersWrapAround()
    {
        using var scope = NewDisposeScope();
        long[] values = [127, 128, 255, 256, -1, -129];
        var source = tensor(values, device: TestDevice.Current);
        Assert.Equal(values.Select(v => unchecked((sbyte)v)), source.to(ScalarType.Int8).cpu().data<sbyte>().ToArray());
        Assert.Equal(values.Select(v => unchecked((byte)v)), source.to(ScalarType.Byte).cpu().data<byte>().ToArray());
        Assert.Equal(values.Select(v => unchecked((short)(v * 1000))), source.mul(1000).to(ScalarType.Int16).cpu().data<short>().ToArray());
    }

    [Fact]
    public void AComplexNumberKeepsBothPartsAndLosesTheImaginaryOneAsAReal()
    {
        using var scope = NewDisposeScope();
        Complex[] values = [new(1.5, -2), new(0, 3)];
        var source = tensor(values, device: TestDevice.Current);
        Assert.Equal(new (float, float)[] { (1.5f, -2), (0, 3) }, source.to(ScalarType.ComplexFloat32).cpu().data<(float, float)>().ToArray());
        Assert.Equal([1.5, 0], Nd.Read(source.to(ScalarType.Float64)).Data);
    }

    [Fact]
    public void ATrueIsEverythingButZero()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([false, true, true, true], tensor(new[] { 0, -1, 0.1, double.NaN }, device: TestDevice.Current).to(ScalarType.Bool).cpu().data<bool>().ToArray());
    }

    private static double Held(double value, ScalarType type) => type switch
    {
        ScalarType.Bool => value != 0 ? 1 : 0,
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 or ScalarType.Int64 => Math.Truncate(value),
        _ => value,
    };

    /// <summary>To the nearest number whose lower sixteen bits are zero, ties to the even one.</summary>
    private static float Rounded(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        bits += 0x7FFF + ((bits >> 16) & 1);
        return BitConverter.UInt32BitsToSingle(bits & 0xFFFF0000);
    }
}
