namespace Lectern.Search.Indexing;

/// <summary>
/// An index lies in a folder of its own that is written once and then only read; a file names the folder that counts. A new
/// index is whole before the name changes, in one step, so that a reader sees the old one or the new one.
/// </summary>
internal sealed class Generations(string folder)
{
    private const string Pointer = "current";
    private const string Unfinished = "next-";

    public string Folder => folder;

    /// <summary>The folder that counts; null where there is none.</summary>
    public string? Current()
    {
        var pointer = Path.Combine(folder, Pointer);
        if (!File.Exists(pointer))
            return null;
        var name = File.ReadAllText(pointer).Trim();
        return name.Length is > 0 and < 16 && name.All(char.IsAsciiDigit) ? Path.Combine(folder, name) : Path.Combine(folder, "none");
    }

    /// <summary>An empty folder for the next index, which counts only when it is published.</summary>
    public string Begin()
    {
        foreach (var left in Directory.EnumerateDirectories(folder, Unfinished + "*"))
            Directory.Delete(left, recursive: true);
        return Directory.CreateDirectory(Path.Combine(folder, $"{Unfinished}{Environment.ProcessId}")).FullName;
    }

    public void Publish(string next)
    {
        var number = 1 + Directory.EnumerateDirectories(folder).Select(f => int.TryParse(Path.GetFileName(f), out var n) ? n : 0).DefaultIfEmpty().Max();
        var target = Path.Combine(folder, $"{number:000000}");
        Directory.Move(next, target);
        var pointer = Path.Combine(folder, Pointer);
        using (var stream = File.Create(pointer + ".tmp"))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Path.GetFileName(target) + "\n"));
            stream.Flush(flushToDisk: true);
        }

        File.Move(pointer + ".tmp", pointer, overwrite: true);
        Forget(target);
    }

    /// <summary>A reader may still hold an older index open; where that forbids deleting it, a later writer does.</summary>
    private void Forget(string kept)
    {
        foreach (var old in Directory.EnumerateDirectories(folder).Where(f => f != kept && int.TryParse(Path.GetFileName(f), out _)).ToList())
        {
            try
            {
                Directory.Delete(old, recursive: true);
            }
            catch (IOException)
            {
                continue;
            }
        }
    }
}
