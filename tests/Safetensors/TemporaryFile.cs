using System.Buffers.Binary;
using System.Text;

namespace Lectern.Safetensors.Tests;

internal sealed class TemporaryFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("safetensors").FullName;

    public string Folder => _folder;

    public string Name => Path.Combine(_folder, "tensors.safetensors");

    /// <summary>A file with this header and as many zero bytes of elements.</summary>
    public static TemporaryFile With(string header, int elements = 0) => With(Bytes(header, elements));

    public static TemporaryFile With(byte[] bytes)
    {
        var file = new TemporaryFile();
        File.WriteAllBytes(file.Name, bytes);
        return file;
    }

    public static byte[] Bytes(string header, int elements)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[8 + text.Length + elements];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)text.Length);
        text.CopyTo(bytes, 8);
        return bytes;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
