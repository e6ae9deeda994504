using Lectern.Site.Serving;

namespace Lectern.Site.Tests;

public sealed class WatcherTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task ManyWritesInARowAreOneChange()
    {
        var seen = new SemaphoreSlim(0);
        await using var watcher = new SourceWatcher([_folder.Path], _ =>
        {
            seen.Release();
            return Task.CompletedTask;
        });
        for (var i = 0; i < 20; i++)
            await File.WriteAllTextAsync(_folder["note.md"], $"version {i}");
        Assert.True(await seen.WaitAsync(TimeSpan.FromSeconds(10)));
        await Task.Delay(4 * SourceWatcher.Quiet);
        Assert.InRange(seen.CurrentCount, 0, 1);
    }

    [Fact]
    public async Task WhatIsNoSourceIsNotWatched()
    {
        Directory.CreateDirectory(_folder[".lectern"]);
        var seen = new SemaphoreSlim(0);
        await using var watcher = new SourceWatcher([_folder.Path], _ =>
        {
            seen.Release();
            return Task.CompletedTask;
        });
        await File.WriteAllTextAsync(_folder["picture.png"], "x");
        await File.WriteAllTextAsync(Path.Combine(_folder[".lectern"], "note.md"), "x");
        Assert.False(await seen.WaitAsync(TimeSpan.FromMilliseconds(400)));
    }

    public void Dispose() => _folder.Dispose();
}
