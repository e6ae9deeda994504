using System.Security.Cryptography;
using System.Text;

namespace Lectern.Search.Indexing;

/// <summary>The names, lengths and hashes of all files of an index, and a hash of itself: what a reader trusts was written whole.</summary>
internal static class Manifest
{
    public const string FileName = "manifest";

    /// <summary>Changes with the analysis, the fields or the files: an index of another version is made anew.</summary>
    private const string Version = "lectern-search 1";

    public static void Write(string folder, string engine)
    {
        var text = new StringBuilder($"{Version} {engine}\n");
        foreach (var file in Files(folder))
            text.Append($"{Hash(folder, file)} {file}\n");
        var hash = Hash(text.ToString());
        text.Append($"end {hash}\n");
        using var stream = File.Create(Path.Combine(folder, FileName));
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>What is wrong with the files of a folder; null where they are as they were written.</summary>
    public static string? Problem(string folder, string engine)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            return "its manifest is missing";
        var text = File.ReadAllText(path);
        var lines = text.Split('\n');
        if (!lines[0].StartsWith(Version[..Version.IndexOf(' ')], StringComparison.Ordinal))
            return "it was not written by this program";
        if (lines[0] != $"{Version} {engine}")
            return "it was written by another version or engine";
        if (lines.Length < 3 || lines[^1].Length > 0 || lines[^2] != $"end {Hash(string.Join('\n', lines[..^2]) + "\n")}")
            return "its manifest is damaged";
        var known = lines[1..^2].Select(l => l[(l.IndexOf(' ') + 1)..]).ToList();
        if (!known.SequenceEqual(Files(folder)))
            return "files are missing or do not belong to it";
        for (var i = 0; i < known.Count; i++)
        {
            if (lines[i + 1] != $"{Hash(folder, known[i])} {known[i]}")
                return $"{known[i]} is damaged";
        }

        return null;
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Where(f => f != FileName).Order(StringComparer.Ordinal);

    private static string Hash(string folder, string file)
    {
        using var stream = File.OpenRead(Path.Combine(folder, file));
        return $"{stream.Length}:{Convert.ToHexStringLower(SHA256.HashData(stream))}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
