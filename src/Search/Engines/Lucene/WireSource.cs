using System.Buffers.Binary;
using System.Text;

namespace Lectern.Search.Engines.Lucene;

/// <summary>Reads the records that the library hands out.</summary>
internal ref struct WireSource(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsEmpty => _rest.IsEmpty;

    public int Number() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Bytes(8));

    public string Text() => Encoding.UTF8.GetString(Bytes(Number()));

    public ReadOnlySpan<byte> Bytes(int length)
    {
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
