using System.Threading.Channels;

namespace Lectern.Site.Serving;

/// <summary>
/// Calls back after the sources have changed and been still for <see cref="Quiet"/>. One callback runs at a time; what
/// changes meanwhile leads to one more.
/// </summary>
public sealed class SourceWatcher : IAsyncDisposable
{
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(60);

    private static readonly string[] Extensions = [".md", ".markdown", ".txt", ".zortex", ".yml", ".yaml", ".cs", ".json"];

    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <param name="paths">Folders, watched with all that is below, or single files.</param>
    public SourceWatcher(IEnumerable<string> paths, Func<CancellationToken, Task> changed)
    {
        foreach (var path in paths)
            Watch(Path.GetFullPath(path));
        _loop = Task.Run(() => Loop(changed));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var watcher in _watchers)
            watcher.Dispose();
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private void Watch(string path)
    {
        var isFolder = Directory.Exists(path);
        var watcher = isFolder
            ? new FileSystemWatcher(path) { IncludeSubdirectories = true }
            : new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path));
        watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size;
        watcher.Changed += (_, e) => Note(path, e.FullPath);
        watcher.Created += (_, e) => Note(path, e.FullPath);
        watcher.Deleted += (_, e) => Note(path, e.FullPath);
        watcher.Renamed += (_, e) => Note(path, e.FullPath);
        watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        _watchers.Add(watcher);
    }

    private void Note(string root, string path)
    {
        var below = Path.GetRelativePath(root, path);
        var hidden = below.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "_site" || part.Length > 1 && part[0] == '.' && part != "..");
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (!hidden && (extension.Length == 0 || Extensions.Contains(extension)))
            _changes.Writer.TryWrite(true);
    }

    private async Task Loop(Func<CancellationToken, Task> changed)
    {
        try
        {
            while (await _changes.Reader.WaitToReadAsync(_stop.Token))
            {
                while (_changes.Reader.TryRead(out _))
                    await Task.Delay(Quiet, _stop.Token);
                await changed(_stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }
}
