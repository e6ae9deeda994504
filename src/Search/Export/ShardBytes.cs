using System.Buffers;
using System.Text;

namespace Lectern.Search.Export;

/// <summary>Bytes of a shard: integers as varints, seven bits a byte, lowest first; strings with their length.</summary>
internal sealed class ShardBytes
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public int Length => _bytes.WrittenCount;

    public void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    public void Number(int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
            Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    /// <summary>Each number as what it is more than the one before.</summary>
    public void Ascending(IEnumerable<int> numbers)
    {
        var last = 0;
        foreach (var number in numbers)
        {
            Number(number - last);
            last = number;
        }
    }

    public void Text(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        Number(utf8.Length);
        _bytes.Write(utf8);
    }

    public void Append(ShardBytes other) => _bytes.Write(other._bytes.WrittenSpan);

    public string ToBase64() => Convert.ToBase64String(_bytes.WrittenSpan);
}
