using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lectern.Safetensors;

/// <summary>Writes named tensors, those with the largest elements first, then by name, so that each lies at a multiple of its elements' size.</summary>
public static class SafetensorsWriter
{
    private const int Alignment = 8;
    private const int Chunk = 1 << 20;

    /// <summary>The file appears under its name when it is whole; until then, and when writing fails, the one before stays.</summary>
    public static void Write(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var whole = Path.GetFullPath(path);
        var partial = Path.Combine(Path.GetDirectoryName(whole)!, $".{Path.GetFileName(whole)}.{Guid.NewGuid():N}");
        try
        {
            using (var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write))
            {
                Write(stream, tensors, metadata);
                stream.Flush(flushToDisk: true);
            }

            File.Move(partial, whole, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    public static void Write(Stream stream, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        if (tensors.ContainsKey("__metadata__")) throw new ArgumentException("__metadata__ is not the name of a tensor.", nameof(tensors));
        (string Name, Tensor Tensor, Dtype Dtype)[] ordered =
        [
            .. tensors.Select(pair => (Name: pair.Key, Tensor: pair.Value, Dtype: Dtype.Of(pair.Value.dtype)))
                .OrderByDescending(item => item.Dtype.Size).ThenBy(item => item.Name, StringComparer.Ordinal),
        ];
        WriteHeader(stream, ordered, metadata);
        foreach (var (_, tensor, _) in ordered) WriteElements(stream, tensor);
    }

    private static void WriteHeader(Stream stream, (string Name, Tensor Tensor, Dtype Dtype)[] tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 }) WriteMetadata(json, metadata);
            var offset = 0L;
            foreach (var (name, tensor, dtype) in tensors) offset = WriteEntry(json, name, tensor, dtype, offset);
            json.WriteEndObject();
        }

        buffer.Write("        "u8[..((Alignment - buffer.WrittenCount % Alignment) % Alignment)]);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)buffer.WrittenCount);
        stream.Write(length);
        stream.Write(buffer.WrittenSpan);
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        json.WriteStartObject("__metadata__");
        foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static long WriteEntry(Utf8JsonWriter json, string name, Tensor tensor, Dtype dtype, long offset)
    {
        var end = offset + tensor.numel() * dtype.Size;
        json.WriteStartObject(name);
        json.WriteString("dtype", dtype.Name);
        json.WriteStartArray("shape");
        foreach (var size in tensor.shape) json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }

    private static void WriteElements(Stream stream, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var flat = tensor.detach().cpu().contiguous().view(-1);
        var count = flat.numel();
        for (long at = 0; at < count; at += Chunk)
        {
            using var part = flat.narrow(0, at, Math.Min(Chunk, count - at));
            stream.Write(part.bytes);
        }
    }
}
