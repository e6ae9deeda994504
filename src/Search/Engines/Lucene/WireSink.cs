using System.Buffers.Binary;
using System.Text;

namespace Lectern.Search.Engines.Lucene;

/// <summary>Little-endian records for the library. A string is its length in bytes and its UTF-8.</summary>
internal sealed class WireSink
{
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Byte(byte value) => Room(1)[0] = value;

    public void Number(int value) => BinaryPrimitives.WriteInt32LittleEndian(Room(4), value);

    public void Number(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Room(8), value);

    public void Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Number(length);
        Encoding.UTF8.GetBytes(value, Room(length));
    }

    private Span<byte> Room(int length)
    {
        if (Length + length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + length));
        Length += length;
        return _bytes.AsSpan(Length - length, length);
    }
}
