using System.Text;

namespace Lectern.Text;

/// <summary>
/// A file as text that can always be written back byte for byte. Bytes that are not valid UTF-8 each become one
/// U+FFFD in <see cref="Text"/> and are remembered by offset.
/// </summary>
public sealed class SourceText
{
    private readonly (int Offset, byte Value)[] _invalid;
    private int[]? _lineStarts;
    private int _lastLocated;

    private SourceText(string path, string text, (int, byte)[] invalid, bool hasMark)
    {
        Path = path;
        Text = text;
        _invalid = invalid;
        Preamble = hasMark ? Encoding.UTF8.GetPreamble() : [];
    }

    /// <summary>The name under which the file appears in messages: relative to the source folder, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Without the byte order mark, if the file has one.</summary>
    public string Text { get; }

    /// <summary>The byte order mark; empty for most files.</summary>
    public byte[] Preamble { get; }

    /// <summary>Offsets of the characters that stand for a byte that is not valid UTF-8.</summary>
    public IEnumerable<int> InvalidOffsets => _invalid.Select(i => i.Offset);

    public int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    public static SourceText From(string path, string text) => new(path, text, [], hasMark: false);

    public static SourceText From(string path, ReadOnlySpan<byte> bytes)
    {
        var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
        if (hasMark)
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return new(path, Encoding.UTF8.GetString(bytes), [], hasMark);
        var text = new StringBuilder(bytes.Length);
        var invalid = new List<(int, byte)>();
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            if (status == System.Buffers.OperationStatus.Done)
            {
                text.Append(rune.ToString());
            }
            else
            {
                used = 1;
                invalid.Add((text.Length, bytes[0]));
                text.Append('\uFFFD');
            }

            bytes = bytes[used..];
        }

        return new(path, text.ToString(), [.. invalid], hasMark);
    }

    /// <summary>The bytes of the slice; for the whole text, the bytes of the file.</summary>
    public byte[] Bytes(int offset, int length)
    {
        using var output = new MemoryStream(length + 8);
        var end = offset + length;
        foreach (var (at, value) in _invalid)
        {
            if (at < offset || at >= end)
                continue;
            output.Write(Encoding.UTF8.GetBytes(Text[offset..at]));
            output.WriteByte(value);
            offset = at + 1;
        }

        output.Write(Encoding.UTF8.GetBytes(Text[offset..end]));
        return output.ToArray();
    }

    /// <summary>One-based line and column of an offset; columns count UTF-16 units, lines end at LF, CRLF or CR.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        var starts = LineStarts;
        var index = _lastLocated;
        if (starts[index] > offset || (index + 1 < starts.Length && starts[index + 1] <= offset))
        {
            index = Array.BinarySearch(starts, offset);
            if (index < 0)
                index = ~index - 1;
            _lastLocated = index;
        }

        return (index + 1, offset - starts[index] + 1);
    }

    /// <summary>Offset of the first character of a one-based line; the end of the text for a line after the last.</summary>
    public int LineStart(int line) => line <= LineStarts.Length ? LineStarts[line - 1] : Text.Length;

    /// <summary>A one-based line without its line end.</summary>
    public ReadOnlySpan<char> Line(int line) => Text.AsSpan(LineStart(line)..LineStart(line + 1)).TrimEnd("\r\n");

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.AsSpan().IndexOfAny('\r', '\n'); i >= 0;)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            starts.Add(++i);
            var next = text.AsSpan(i).IndexOfAny('\r', '\n');
            i = next < 0 ? -1 : i + next;
        }

        return [.. starts];
    }
}
