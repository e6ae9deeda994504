using System.Security.Cryptography;
using System.Text;
using Lectern.Cli.Sources;
using Lectern.Code;
using Lectern.Search.Documents;
using Lectern.Search.Engines;
using Lectern.Search.Indexing;
using Lectern.Site.Pages;

namespace Lectern.Cli.Searching;

/// <summary>The index of one set of sources. It lies in the cache, under a name made of where the sources lie.</summary>
internal sealed class KnowledgeIndex
{
    private readonly SourceSet _sources;
    private readonly ISearchEngine _engine = SearchEngines.Default;

    /// <param name="folder">Where the index lies; null for its place in the cache.</param>
    public KnowledgeIndex(SourceSet sources, string? folder)
    {
        _sources = sources;
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', sources.Roots.Append(sources.SettingsFolder ?? "")))))[..16];
        Folder = folder ?? Path.Combine(CacheFolder.Find() ?? Path.Combine(Path.GetTempPath(), "lectern"), "search", name);
    }

    public string Folder { get; }

    /// <summary>
    /// The index of the sources as they are now; made or brought up to date where it is not. Where that fails, the one
    /// that is there.
    /// </summary>
    /// <param name="read">Reads the sources; asked only where that is needed.</param>
    public OpenedIndex Open(Func<Indexed> read, CancellationToken cancel)
    {
        var index = SearchIndex.Open(Folder, _engine, out _);
        if (index?.Stamp == Stamp())
            return new(index, null);
        try
        {
            var update = Update(read(), fresh: false, cancel);
            index?.Dispose();
            return new(Reopened(), update.Problem is { } problem ? $"the search index was made anew: {problem}" : null);
        }
        catch (Exception e) when (index is not null && e is (IOException or UnauthorizedAccessException or EngineException))
        {
            return new(index, $"the search index is not up to date: {e.Message}");
        }
        catch
        {
            index?.Dispose();
            throw;
        }
    }

    public IndexUpdate Update(Indexed from, bool fresh, CancellationToken cancel)
    {
        var stamp = Stamp();
        var map = new SiteMap(from.Knowledge);
        var pages = PageReader.Read(from.Knowledge, new(map.Of, map.Of), from.Implementations);
        return new IndexWriter(Folder, _engine).Update(pages, stamp, fresh, cancel);
    }

    private SearchIndex Reopened() => SearchIndex.Open(Folder, _engine, out var problem)
        ?? throw new IOException($"{Folder}: the index cannot be read: {problem ?? "it is gone"}");

    /// <summary>The names, times and lengths of all files that are read, evidence included.</summary>
    private string Stamp()
    {
        var text = new StringBuilder();
        var code = _sources.SettingsFolder is { } root ? new ImplementationReader(root).ReadFiles : [];
        foreach (var file in _sources.Files.Select(f => f.FullPath).Concat(code))
        {
            var info = new FileInfo(file);
            text.Append(file).Append('\0').Append(info.Exists ? info.LastWriteTimeUtc.Ticks : 0).Append('\0').Append(info.Exists ? info.Length : -1).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
