using System.Security.Cryptography;
using System.Text;

namespace Lectern.Evidence;

/// <summary>One number for the sources of an implementation, its tests and its experiments.</summary>
public static class SourceHash
{
    /// <summary>Of the files of an implementation below the root of the repository, whatever their line ends are.</summary>
    public static string Of(string root, string typeName)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] folders = [$"src/Implementations/{typeName}", $"tests/Implementations/{typeName}"];
        foreach (var folder in folders)
        {
            var full = Path.Combine(root, folder);
            if (!Directory.Exists(full)) continue;
            foreach (var file in Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(root, file).Replace('\\', '/') + "\n"));
                hash.AppendData(Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\n")));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
