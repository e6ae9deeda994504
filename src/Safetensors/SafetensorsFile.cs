using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;

namespace Lectern.Safetensors;

/// <summary>
/// A file of named tensors (https://github.com/huggingface/safetensors): eight bytes of header length, a JSON header, the elements.
/// The file is mapped into memory; a tensor's elements are first touched when it is loaded.
/// </summary>
public sealed unsafe class SafetensorsFile : IDisposable
{
    /// <summary>The bound of the format's own implementation.</summary>
    private const long LongestHeader = 100_000_000;

    private const int Chunk = 1 << 26;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly Dictionary<string, SafetensorsEntry> _entries;
    private byte* _bytes;

    private SafetensorsFile(MemoryMappedFile file, long length)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _bytes);
        try
        {
            var header = HeaderLength(length);
            (_entries, var metadata) = HeaderReader.Read(new ReadOnlySpan<byte>(_bytes + HeaderReader.Start, header), length - HeaderReader.Start - header);
            Metadata = metadata;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IReadOnlyDictionary<string, SafetensorsEntry> Entries => _entries;

    public IReadOnlyDictionary<string, string> Metadata { get; }

    public static SafetensorsFile Open(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.Length < HeaderReader.Start)
            throw new SafetensorsException($"The file has {stream.Length} bytes, and the length of the header alone has {HeaderReader.Start}.", stream.Length);
        var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        try
        {
            return new SafetensorsFile(file, stream.Length);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>A new tensor with the elements of the file's.</summary>
    public Tensor Load(string name, Device? device = null)
    {
        ObjectDisposedException.ThrowIf(_bytes is null, this);
        var entry = _entries.TryGetValue(name, out var found) ? found : throw new KeyNotFoundException($"The file has no tensor '{name}'.");
        var type = entry.Dtype.Type ?? throw new NotSupportedException($"'{name}' has elements of type {entry.ElementType}, which no tensor has here.");
        if (type == ScalarType.Bool) CheckTruths(entry);
        var tensor = empty(entry.Shape.ToArray(), dtype: type, device: CPU);
        Fill(tensor, _bytes + entry.Position, entry.Length);
        if (device is null || device.type == DeviceType.CPU) return tensor;
        var moved = tensor.to(device);
        tensor.Dispose();
        return moved;
    }

    /// <summary>Copies the tensors into those of the same names; what does not fit is left alone and reported.</summary>
    public LoadReport LoadInto(IReadOnlyDictionary<string, Tensor> target)
    {
        using var off = no_grad();
        var misshapen = new List<Misshapen>();
        foreach (var (name, into) in target)
        {
            if (!_entries.TryGetValue(name, out var entry)) continue;
            if (!entry.Shape.SequenceEqual(into.shape))
            {
                misshapen.Add(new Misshapen(name, into.shape, entry.Shape.ToArray()));
                continue;
            }

            using var loaded = Load(name);
            into.copy_(loaded);
        }

        return new LoadReport([.. target.Keys.Where(name => !_entries.ContainsKey(name))], [.. _entries.Keys.Where(name => !target.ContainsKey(name))], misshapen);
    }

    public LoadReport LoadInto(nn.Module module) => LoadInto(module.state_dict());

    public void Dispose()
    {
        if (_bytes is null) return;
        _bytes = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private int HeaderLength(long length)
    {
        var header = BinaryPrimitives.ReadUInt64LittleEndian(new ReadOnlySpan<byte>(_bytes, HeaderReader.Start));
        if (header > LongestHeader) throw new SafetensorsException($"The header has {header} bytes, and may have {LongestHeader}.", 0);
        if ((long)header > length - HeaderReader.Start) throw new SafetensorsException($"The header has {header} bytes, and the file ends after {length - HeaderReader.Start}.", 0);
        return (int)header;
    }

    private void CheckTruths(SafetensorsEntry entry)
    {
        for (long at = 0; at < entry.Length; at += Chunk)
        {
            var wrong = new ReadOnlySpan<byte>(_bytes + entry.Position + at, (int)Math.Min(Chunk, entry.Length - at)).IndexOfAnyExceptInRange((byte)0, (byte)1);
            if (wrong >= 0) throw new SafetensorsException($"'{entry.Name}' has a truth value that is neither 0 nor 1.", entry.Position + at + wrong);
        }
    }

    private static void Fill(Tensor tensor, byte* from, long length)
    {
        if (length == 0) return;
        using var flat = tensor.view(-1);
        var size = length / flat.numel();
        for (long at = 0; at < length; at += Chunk)
        {
            var count = (int)Math.Min(Chunk, length - at);
            using var part = flat.narrow(0, at / size, count / size);
            new ReadOnlySpan<byte>(from + at, count).CopyTo(part.bytes);
        }
    }
}
