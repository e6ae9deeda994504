namespace Lectern.Safetensors;

/// <summary>A tensor of a file: the elements are <see cref="Length"/> bytes at <see cref="Position"/> of the file, in row order, little-endian.</summary>
public sealed class SafetensorsEntry
{
    private readonly long[] _shape;

    internal SafetensorsEntry(string name, Dtype dtype, long[] shape, long position, long length)
    {
        (Name, Dtype, _shape) = (name, dtype, shape);
        (Position, Length) = (position, length);
    }

    public string Name { get; }

    /// <summary>As the format names it: F32, BF16, I64, …</summary>
    public string ElementType => Dtype.Name;

    public ReadOnlySpan<long> Shape => _shape;

    public long Position { get; }

    public long Length { get; }

    internal Dtype Dtype { get; }

    public override string ToString() => $"{Name}: {ElementType} [{string.Join(", ", _shape)}]";
}
