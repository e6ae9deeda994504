namespace Lectern.Safetensors;

/// <summary>A file is not in the format. <see cref="Position"/> is the byte of the file at which that shows.</summary>
public sealed class SafetensorsException : FormatException
{
    public SafetensorsException(string message, long position, Exception? inner = null)
        : base($"{message} (at byte {position})", inner) => Position = position;

    public long Position { get; }
}
