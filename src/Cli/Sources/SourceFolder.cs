using System.Security;
using Lectern.Site;

namespace Lectern.Cli.Sources;

/// <summary>
/// Which files are reading lists. A knowledge base, which has <c>site.yml</c> or <c>papers/</c>, keeps them in
/// <c>papers/</c> and <c>notes/</c>; of any other folder everything in the notation's formats is read.
/// </summary>
internal static class SourceFolder
{
    private static readonly string[] Extensions = [".md", ".markdown", ".txt", ".zortex"];

    /// <summary>Where a knowledge base keeps its lists and its prose.</summary>
    private static readonly string[] Kept = ["papers", "notes"];

    private static readonly string[] Skipped = ["node_modules", "bin", "obj", "_site"];

    /// <param name="sources">Folders and files; empty for the knowledge base around the working folder.</param>
    /// <param name="output">A folder that is made from the sources and is none of them.</param>
    public static SourceSet Find(IReadOnlyList<string> sources, string workingFolder, string? output = null)
    {
        var paths = sources.Count > 0 ? [.. sources.Select(s => Path.GetFullPath(s, workingFolder))] : new List<string> { Around(workingFolder) };
        var files = new List<SourceFile>();
        foreach (var path in paths)
        {
            if (File.Exists(path))
                files.Add(new(path, Path.GetFileName(path)));
            else if (Directory.Exists(path))
                files.AddRange(Under(path, paths.Count > 1, output is null ? null : Path.GetFullPath(output, workingFolder)));
            else
                throw new CommandException($"{path}: no such file or folder", ExitCode.Failed, "lectern build --source DIR");
        }

        var distinct = files.DistinctBy(f => f.FullPath, StringComparer.Ordinal).ToList();
        return new(WithDistinctNames(distinct), paths.Find(Directory.Exists), [.. paths.SelectMany(Watched)]);
    }

    /// <summary>The files of paths given by name, each under the path by which it was given.</summary>
    public static SourceSet Named(IReadOnlyList<string> arguments, string workingFolder)
    {
        var files = new List<SourceFile>();
        foreach (var argument in arguments)
        {
            var path = Path.GetFullPath(argument, workingFolder);
            if (File.Exists(path))
                files.Add(new(path, argument.Replace('\\', '/')));
            else if (Directory.Exists(path))
                files.AddRange(Under(path, false, null).Select(f => f with { Name = Given(argument, f.Name) }));
            else
                throw new CommandException($"{argument}: no such file or folder", ExitCode.Failed);
        }

        return new(WithDistinctNames([.. files.DistinctBy(f => f.FullPath, StringComparer.Ordinal)]), null, [.. arguments]);
    }

    private static string Given(string folder, string name)
    {
        var path = Path.Combine(folder, name).Replace('\\', '/');
        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }

    private static bool IsKnowledgeBase(string folder) =>
        File.Exists(Path.Combine(folder, SiteSettings.FileName)) || Directory.Exists(Path.Combine(folder, "papers"));

    /// <summary>The knowledge base in which the working folder lies.</summary>
    public static string Around(string workingFolder)
    {
        for (var folder = workingFolder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (IsKnowledgeBase(folder))
                return folder;
        }

        throw new CommandException(
            "there is no knowledge base here: neither site.yml nor papers/ in this folder or above it",
            ExitCode.Usage, "lectern build --source DIR");
    }

    private static IEnumerable<SourceFile> Under(string folder, bool severalSources, string? output)
    {
        var prefix = severalSources ? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) + "/" : "";
        return Parts(folder).SelectMany(part => Walk(part, output))
            .Select(file => new SourceFile(file, prefix + Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Parts(string folder) =>
        Directory.Exists(Path.Combine(folder, Kept[0])) ? Kept.Select(p => Path.Combine(folder, p)).Where(Directory.Exists) : [folder];

    /// <summary>What a change of which is a change of the site; not the whole folder, which may hold build output by the thousand.</summary>
    private static IEnumerable<string> Watched(string path)
    {
        if (!Directory.Exists(path) || Parts(path).First() == path)
            return [path];
        var settings = Path.Combine(path, SiteSettings.FileName);
        return File.Exists(settings) ? Parts(path).Append(settings) : Parts(path);
    }

    /// <summary>Depth first; a link to a folder above is not followed a second time.</summary>
    private static IEnumerable<string> Walk(string root, string? output)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([root]);
        while (open.TryPop(out var folder))
        {
            if (!seen.Add(RealPath(folder)) || folder == output)
                continue;
            var (files, folders) = List(folder);
            foreach (var file in files.Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase) && Path.GetFileName(f)[0] != '.'))
                yield return file;
            foreach (var inner in folders.Where(f => Path.GetFileName(f) is var name && name[0] != '.' && !Skipped.Contains(name)))
                open.Push(inner);
        }
    }

    private static (string[] Files, string[] Folders) List(string folder)
    {
        try
        {
            return (Directory.GetFiles(folder), Directory.GetDirectories(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            throw new CommandException($"{folder}: cannot be read: {e.Message}", ExitCode.Failed, $"ls -la {folder}");
        }
    }

    private static string RealPath(string folder)
    {
        var info = new DirectoryInfo(folder);
        return info.LinkTarget is null ? info.FullName : info.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? info.FullName;
    }

    /// <summary>Two sources may hold a file of the same name; the second one gets a number.</summary>
    private static List<SourceFile> WithDistinctNames(List<SourceFile> files)
    {
        var names = Catalog.Slugs.Distinct([.. files.Select(f => f.Name)]);
        return [.. files.Select((f, i) => f with { Name = names[i] })];
    }
}
