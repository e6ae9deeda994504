namespace Lectern.Cli.Sources;

/// <param name="FullPath">Where the file lies.</param>
/// <param name="Name">Its name in the knowledge base: relative to its source, with forward slashes.</param>
internal sealed record SourceFile(string FullPath, string Name);

/// <summary>Files of one or more sources in the order of their names, and the folder that the settings come from.</summary>
/// <param name="Roots">The folders and single files to watch.</param>
internal sealed record SourceSet(IReadOnlyList<SourceFile> Files, string? SettingsFolder, IReadOnlyList<string> Roots)
{
    private readonly Dictionary<string, string> _fullPaths = Files.ToDictionary(f => f.Name, f => f.FullPath, StringComparer.Ordinal);

    /// <summary>The path to print for a name, such that an editor opened here can jump to it.</summary>
    public string Shown(string name, string workingFolder)
    {
        if (!_fullPaths.TryGetValue(name, out var full))
            return name;
        var relative = Path.GetRelativePath(workingFolder, full);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? full : relative).Replace('\\', '/');
    }
}
