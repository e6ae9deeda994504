using System.Text.Json;

namespace Lectern.Safetensors;

/// <summary>
/// Reads the header: {"NAME": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …, "__metadata__": {"KEY": "VALUE"}}.
/// Offsets count from the end of the header, and the tensors fill what follows it without a gap and without an overlap.
/// </summary>
internal ref struct HeaderReader
{
    /// <summary>Where the header starts in the file, after the eight bytes that say how long it is.</summary>
    public const int Start = 8;

    private const int MostNesting = 8;
    private const int MostDimensions = 64;

    private readonly long _dataStart;
    private readonly long _dataLength;
    private readonly Dictionary<string, SafetensorsEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private Utf8JsonReader _json;
    private bool _hasMetadata;

    private HeaderReader(ReadOnlySpan<byte> header, long dataLength)
    {
        _dataStart = Start + header.Length;
        _dataLength = dataLength;
        _json = new Utf8JsonReader(header, new JsonReaderOptions { MaxDepth = MostNesting });
    }

    private readonly long Position => Start + _json.TokenStartIndex;

    public static (Dictionary<string, SafetensorsEntry> Entries, Dictionary<string, string> Metadata) Read(ReadOnlySpan<byte> header, long dataLength)
    {
        var reader = new HeaderReader(header, dataLength);
        try
        {
            reader.ReadAll();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new SafetensorsException("The header is not JSON.", Start + reader._json.BytesConsumed, wrong);
        }

        reader.CheckLayout();
        return (reader._entries, reader._metadata);
    }

    private void ReadAll()
    {
        Expect(JsonTokenType.StartObject, "The header is an object");
        while (NextProperty() is { } name)
        {
            if (name == "__metadata__") ReadMetadata();
            else if (!_entries.TryAdd(name, ReadEntry(name))) throw Wrong($"The tensor '{name}' stands twice in the header.");
        }

        if (_json.Read()) throw Wrong("Something follows the header's object.");
    }

    private void ReadMetadata()
    {
        if (_hasMetadata) throw Wrong("__metadata__ stands twice in the header.");
        _hasMetadata = true;
        Expect(JsonTokenType.StartObject, "__metadata__ is an object");
        while (NextProperty() is { } key)
        {
            Expect(JsonTokenType.String, $"The metadata '{key}' is a text");
            if (!_metadata.TryAdd(key, _json.GetString()!)) throw Wrong($"The metadata '{key}' stands twice.");
        }
    }

    private SafetensorsEntry ReadEntry(string name)
    {
        var start = Position;
        string? type = null;
        long[]? shape = null, offsets = null;
        Expect(JsonTokenType.StartObject, $"The entry of '{name}' is an object");
        while (NextProperty() is { } key)
        {
            switch (key)
            {
                case "dtype" when type is null:
                    Expect(JsonTokenType.String, $"The dtype of '{name}' is a text");
                    type = _json.GetString()!;
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers($"The sizes of '{name}'", MostDimensions);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers($"The offsets of '{name}'", 2);
                    break;
                case "dtype" or "shape" or "data_offsets":
                    throw Wrong($"'{key}' stands twice in the entry of '{name}'.");
                default:
                    _ = _json.Read();
                    _json.Skip();
                    break;
            }
        }

        if (type is null || shape is null || offsets is not [var begin, var end])
            throw new SafetensorsException($"The entry of '{name}' needs a dtype, a shape and two offsets.", start);
        var dtype = Dtype.Find(type) ?? throw new SafetensorsException($"'{name}' has elements of type {type}, which is not known.", start);
        return Checked(name, dtype, shape, begin, end, start);
    }

    private readonly SafetensorsEntry Checked(string name, Dtype dtype, long[] shape, long begin, long end, long position)
    {
        if (begin > end || end > _dataLength)
            throw new SafetensorsException($"'{name}' lies at [{begin}, {end}), and the file has {_dataLength} bytes of elements.", position);
        var length = Length(name, dtype, shape, position);
        return length == end - begin
            ? new SafetensorsEntry(name, dtype, shape, _dataStart + begin, length)
            : throw new SafetensorsException($"'{name}' needs {length} bytes for {dtype.Name} [{string.Join(", ", shape)}], and has {end - begin}.", position);
    }

    private static long Length(string name, Dtype dtype, long[] shape, long position)
    {
        try
        {
            // A dimension of 0 empties the tensor, but does not excuse the others.
            var length = shape.Aggregate((long)dtype.Size, (product, size) => checked(product * Math.Max(size, 1)));
            return Array.IndexOf(shape, 0) >= 0 ? 0 : length;
        }
        catch (OverflowException wrong)
        {
            throw new SafetensorsException($"'{name}' has more elements than can be counted.", position, wrong);
        }
    }

    private long[] ReadNumbers(string what, int most)
    {
        Expect(JsonTokenType.StartArray, $"{what} are an array");
        var numbers = new List<long>();
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetInt64(out var number) || number < 0)
                throw Wrong($"{what} are whole numbers from 0 to 2^63 - 1.");
            if (numbers.Count == most) throw Wrong($"{what} are more than {most} numbers.");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    private readonly void CheckLayout()
    {
        var next = _dataStart;
        SafetensorsEntry? before = null;
        foreach (var entry in _entries.Values.OrderBy(entry => entry.Position).ThenBy(entry => entry.Length))
        {
            if (entry.Position < next) throw new SafetensorsException($"'{entry.Name}' overlaps '{before!.Name}'.", entry.Position);
            if (entry.Position > next) throw new SafetensorsException($"Before '{entry.Name}' are {entry.Position - next} bytes of no tensor.", next);
            (next, before) = (entry.Position + entry.Length, entry);
        }

        if (next != _dataStart + _dataLength)
            throw new SafetensorsException($"After the last tensor are {_dataStart + _dataLength - next} bytes of no tensor.", next);
    }

    private string? NextProperty() => _json.Read() && _json.TokenType == JsonTokenType.PropertyName ? _json.GetString() : null;

    private void Expect(JsonTokenType type, string what)
    {
        if (!_json.Read() || _json.TokenType != type) throw Wrong($"{what}, not {_json.TokenType}.");
    }

    private readonly SafetensorsException Wrong(string message) => new(message, Position);
}
