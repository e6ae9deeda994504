using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Serialization;

public sealed class TensorFormatTests
{
    public static TheoryData<ScalarType> Types => [.. Enum.GetValues<ScalarType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryTypeComesBackBitForBit(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var saved = arange(24, dtype: ScalarType.Int64).remainder(7).reshape(2, 3, 4).to(type, TestDevice.Current);
        var read = Read(Bytes(saved));
        Assert.Equal(type, read.dtype);
        Assert.Equal([2L, 3, 4], read.shape);
        Assert.Equal(saved.cpu().bytes.ToArray(), read.bytes.ToArray());
    }

    [Fact]
    public void TheBytesAreTypeDimensionsSizesAndElements()
    {
        using var scope = NewDisposeScope();
        byte[] expected = [6, 2, 1, 0x81, 1, .. Enumerable.Repeat<byte[]>([0, 0, 0x80, 0x3F], 129).SelectMany(bytes => bytes)];
        Assert.Equal(expected, Bytes(ones(1, 129)));
    }

    [Fact]
    public void AViewIsWrittenInTheOrderOfItsRows()
    {
        using var scope = NewDisposeScope();
        var view = arange(6, dtype: ScalarType.Float64).reshape(2, 3).t();
        Assert.Equal([0.0, 3, 1, 4, 2, 5], Read(Bytes(view)).data<double>().ToArray());
    }

    [Fact]
    public void ReadingIntoAViewChangesOnlyTheView()
    {
        using var scope = NewDisposeScope();
        var target = zeros(3, 2, ScalarType.Float32, TestDevice.Current);
        TensorFormat.ReadInto(target.t(), Reader(Bytes(arange(6, dtype: ScalarType.Float32).reshape(2, 3))));
        Assert.Equal([0f, 3, 1, 4, 2, 5], target.cpu().data<float>().ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1, 0, 3)]
    public void ATensorWithoutElementsKeepsItsShape(params int[] shape)
    {
        using var scope = NewDisposeScope();
        long[] sizes = Array.ConvertAll(shape, size => (long)size);
        Assert.Equal(sizes, Read(Bytes(zeros(sizes))).shape);
    }

    [Fact]
    public void EveryTruncationIsTheEndOfTheStreamAndLeavesNoTensor()
    {
        using var scope = NewDisposeScope();
        var bytes = Bytes(arange(10));
        var before = Tensor.TotalCount;
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<EndOfStreamException>(() => Read(bytes[..length]));
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Theory]
    [InlineData(8, 1, 1)] // a type that is not known
    [InlineData(6, 0x80, 1)] // 128 dimensions
    [InlineData(6, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1)] // -1 dimensions
    [InlineData(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF)] // a number without an end
    [InlineData(6, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F)] // a product beyond 64 bits
    public void WhatIsNoTensorIsRefused(params int[] bytes) =>
        Assert.Throws<InvalidDataException>(() => Read(Array.ConvertAll(bytes, value => (byte)value)));

    [Fact]
    public void AHugeTensorOfAShortStreamIsNotAllocated()
    {
        // 2^40 elements of 8 bytes
        Assert.Throws<EndOfStreamException>(() => Read([7, 1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 1, 2, 3]));
    }

    [Fact]
    public void AnotherTypeOrShapeIsNamed()
    {
        using var scope = NewDisposeScope();
        var bytes = Bytes(zeros(2, 3));
        var shape = Assert.Throws<ArgumentException>(() => TensorFormat.ReadInto(zeros(3, 2), Reader(bytes)));
        Assert.Contains("[2, 3]", shape.Message, StringComparison.Ordinal);
        var type = Assert.Throws<ArgumentException>(() => TensorFormat.ReadInto(zeros(2, 3, ScalarType.Float64), Reader(bytes)));
        Assert.Contains("Float64", type.Message, StringComparison.Ordinal);
    }

    private static byte[] Bytes(Tensor tensor)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        TensorFormat.Write(tensor, writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static Tensor Read(byte[] bytes) => TensorFormat.Read(Reader(bytes));

    private static BinaryReader Reader(byte[] bytes) => new(new MemoryStream(bytes));
}
