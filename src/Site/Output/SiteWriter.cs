using System.Diagnostics;

namespace Lectern.Site.Output;

/// <summary>Thrown where a site must not or cannot be written; the message is for the user.</summary>
public sealed class SiteWriteException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Puts a generation in the place of the last one in one step. Files are written to a folder beside the target first,
/// so that whatever happens before the exchange leaves the last good site as it was.
/// </summary>
public static class SiteWriter
{
    public const string Marker = ".lectern-site";
    private const string MarkerText = "lectern-site 1\n";

    public static void Write(SiteGeneration generation, string folder, CancellationToken cancel = default) =>
        Write(generation.Files, folder, cancel);

    public static void Write(IReadOnlyList<SiteFile> files, string folder, CancellationToken cancel = default) =>
        Write(folder, staging => Stage(files, staging, cancel));

    /// <param name="stage">Fills the folder it is given; where it throws, the last site stays.</param>
    public static void Write(string folder, Action<string> stage)
    {
        var target = Resolve(folder);
        RequireOurs(target);
        var staging = StagingFolder(target);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            RemoveStale(target);
            Directory.CreateDirectory(staging);
            stage(staging);
            File.WriteAllText(Path.Combine(staging, Marker), MarkerText);
            Exchange.Swap(staging, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or AggregateException { InnerException: IOException or UnauthorizedAccessException })
        {
            throw new SiteWriteException($"cannot write the site to {folder}: {(e.InnerException ?? e).Message}", e);
        }
        catch (AggregateException e) when (e.InnerException is SiteWriteException refusal)
        {
            throw refusal;
        }
        finally
        {
            Remove(staging);
        }
    }

    /// <summary>Refuses a folder that holds something else than a site made here.</summary>
    public static void RequireOurs(string folder)
    {
        var target = Resolve(folder);
        if (File.Exists(target))
            throw new SiteWriteException($"{folder} is a file; name a folder for the site");
        if (!Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any())
            return;
        if (!File.Exists(Path.Combine(target, Marker)))
            throw new SiteWriteException($"{folder} is not a site made by Lectern and not empty; it is left as it is. Name another folder with --out");
    }

    private static void Stage(IReadOnlyList<SiteFile> files, string staging, CancellationToken cancel)
    {
        var root = staging + Path.DirectorySeparatorChar;
        foreach (var folder in files.Select(f => Path.GetDirectoryName(f.Path)!).Distinct())
            Directory.CreateDirectory(Inside(root, folder));
        Parallel.ForEach(files, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, file =>
        {
            using var handle = File.OpenHandle(Inside(root, file.Path), FileMode.CreateNew, FileAccess.Write, preallocationSize: 0);
            RandomAccess.Write(handle, file.Content.Span, 0);
        });
    }

    private static string Inside(string root, string path)
    {
        var full = Path.GetFullPath(Path.Combine(root, path));
        return (full + Path.DirectorySeparatorChar).StartsWith(root, StringComparison.Ordinal)
            ? full
            : throw new SiteWriteException($"'{path}' would lie outside of the site");
    }

    private static string Resolve(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var link = new DirectoryInfo(full);
        return link.LinkTarget is null ? full : link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
    }

    private static string StagingPrefix(string target) => $".{Path.GetFileName(target)}.staging-";

    private static string StagingFolder(string target) =>
        Path.Combine(Path.GetDirectoryName(target)!, $"{StagingPrefix(target)}{Environment.ProcessId}-{Path.GetRandomFileName()}");

    /// <summary>Removes what builds left behind whose process is gone.</summary>
    private static void RemoveStale(string target)
    {
        var prefix = StagingPrefix(target);
        foreach (var folder in Directory.EnumerateDirectories(Path.GetDirectoryName(target)!, prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, out var id) && !Runs(id))
                Remove(folder);
        }
    }

    private static bool Runs(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(e.Message);
        }
    }
}
