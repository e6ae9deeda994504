using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// TorchSharp's own format for one tensor: its type, the number of its dimensions and each of them as LEB128 numbers,
/// then the elements in row order, little-endian.
/// </summary>
internal static unsafe class TensorFormat
{
    private const int Chunk = 1 << 20;
    private const int MostDimensions = 64;

    public static void Write(Tensor tensor, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        var shape = tensor.shape;
        writer.Write7BitEncodedInt64(shape.Length);
        foreach (var size in shape) writer.Write7BitEncodedInt64(size);
        WriteElements(tensor, writer);
    }

    public static Tensor Read(BinaryReader reader, bool skip = false)
    {
        var (type, shape, length) = ReadHeader(reader);
        if (skip)
        {
            Skip(reader, length);
            return zeros(shape, type);
        }

        var tensor = empty(shape, type);
        try
        {
            ReadElements(tensor, reader);
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    /// <summary>Reads into a tensor of the same shape and type; with <paramref name="skip"/>, passes over one of the same type.</summary>
    public static void ReadInto(Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape, length) = ReadHeader(reader);
        if (type != tensor.dtype)
            throw new ArgumentException($"Elements of type {type} cannot be loaded into a tensor of {tensor.dtype}.");
        if (skip)
        {
            Skip(reader, length);
            return;
        }

        if (!shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException($"A tensor of shape [{string.Join(", ", shape)}] cannot be loaded into one of [{string.Join(", ", tensor.shape)}].");
        ReadElements(tensor, reader);
    }

    public static void WriteElements(Tensor tensor, BinaryWriter writer)
    {
        using var flat = RowsOnCpu(tensor);
        var length = flat.NumberOfElements * flat.ElementSize;
        for (long at = 0; at < length; at += Chunk)
            writer.Write(new ReadOnlySpan<byte>((byte*)flat.DataPointer + at, (int)Math.Min(Chunk, length - at)));
    }

    public static void ReadElements(Tensor tensor, BinaryReader reader)
    {
        using var off = no_grad();
        if (tensor.device_type == DeviceType.CPU && tensor.is_contiguous())
        {
            Fill(tensor, reader);
            return;
        }

        using var read = empty(tensor.shape, tensor.dtype, CPU);
        Fill(read, reader);
        tensor.copy_(read);
    }

    private static (ScalarType Type, long[] Shape, long Length) ReadHeader(BinaryReader reader)
    {
        try
        {
            var type = (ScalarType)checked((int)reader.Read7BitEncodedInt64());
            if (!Enum.IsDefined(type)) throw new InvalidDataException($"A saved tensor has elements of type {(int)type}, which is not known.");
            var dimensions = reader.Read7BitEncodedInt64();
            if (dimensions is < 0 or > MostDimensions) throw new InvalidDataException($"A saved tensor has {dimensions} dimensions.");
            var shape = new long[dimensions];
            for (var i = 0; i < shape.Length; i++) shape[i] = reader.Read7BitEncodedInt64();
            return (type, shape, CheckedLength(reader, type, shape));
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            throw new InvalidDataException("What is read is not a saved tensor.", wrong);
        }
    }

    /// <summary>The bytes of the elements, which a stream that knows its length must still hold.</summary>
    private static long CheckedLength(BinaryReader reader, ScalarType type, long[] shape)
    {
        var length = ElementSize(type);
        foreach (var size in shape)
        {
            if (size < 0) throw new InvalidDataException($"A saved tensor has a dimension of {size} elements.");
            length = checked(length * size);
        }

        if (reader.BaseStream.CanSeek && length > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new EndOfStreamException($"A saved tensor has {length} bytes of elements, and the stream ends after {reader.BaseStream.Length - reader.BaseStream.Position}.");
        return length;
    }

    private static void Fill(Tensor tensor, BinaryReader reader)
    {
        var length = tensor.NumberOfElements * tensor.ElementSize;
        for (long at = 0; at < length;)
        {
            var read = reader.Read(new Span<byte>((byte*)tensor.DataPointer + at, (int)Math.Min(Chunk, length - at)));
            if (read == 0) throw new EndOfStreamException($"A saved tensor has {length} bytes of elements, and the stream ends after {at}.");
            at += read;
        }

        GC.KeepAlive(tensor);
    }

    private static void Skip(BinaryReader reader, long length)
    {
        if (reader.BaseStream.CanSeek)
        {
            _ = reader.BaseStream.Seek(length, SeekOrigin.Current);
            return;
        }

        var buffer = new byte[Math.Min(Chunk, length)];
        while (length > 0)
        {
            var read = reader.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (read == 0) throw new EndOfStreamException($"A saved tensor ends {length} bytes early.");
            length -= read;
        }
    }

    private static long ElementSize(ScalarType type) => type switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.ComplexFloat64 => 16,
        _ => 8,
    };

    /// <summary>A tensor of its own with the elements in row order in the memory of the CPU.</summary>
    private static Tensor RowsOnCpu(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.detach().to(CPU).contiguous().MoveToOuterDisposeScope();
    }
}
