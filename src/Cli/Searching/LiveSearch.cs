using Lectern.Cli.Output;
using Lectern.Cli.Sources;
using Lectern.Search.Documents;
using Lectern.Search.Engines;
using Lectern.Search.Export;
using Lectern.Search.Indexing;
using Lectern.Search.Results;
using Lectern.Site;
using Lectern.Site.Rendering;
using Lectern.Site.Serving;

namespace Lectern.Cli.Searching;

/// <summary>Search in a site that changes: the index follows when it is next asked. One question is answered at a time.</summary>
/// <param name="folder">Where the index lies; null for its place in the cache.</param>
internal sealed class LiveSearch(string? folder) : ISiteSearch, IDisposable
{
    /// <summary>How long the first page waits for the index.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    private readonly Lock _only = new();
    private readonly Lock _starting = new();
    private (SourceSet Sources, Indexed From)? _next;
    private SearchIndex? _index;
    private Dictionary<string, SiteFile>? _files;
    private volatile IReadOnlyDictionary<string, IReadOnlyList<PageFacts>>? _like;
    private Task _likeness = Task.CompletedTask;
    private volatile bool _likenessIsOld = true;

    /// <summary>From the next question on, this.</summary>
    public void Show(SourceSet sources, Indexed from)
    {
        lock (_only)
            _next = (sources, from);
        _likenessIsOld = true;
    }

    public string Answer(string query, int? limit, bool facets, bool explain)
    {
        lock (_only)
        {
            var request = new SearchRequest(query, limit ?? SearchRequest.DefaultLimit, facets, explain);
            return SearchJson.Text(new Searcher(Current()).Search(request), facets, explain);
        }
    }

    public SiteFile? File(string path)
    {
        lock (_only)
        {
            var index = Current();
            _files ??= Files(index).ToDictionary(f => f.Path, StringComparer.Ordinal);
            return _files.GetValueOrDefault(path);
        }
    }

    public IReadOnlyList<LikeWork> Like(string path)
    {
        lock (_starting)
        {
            if (_likenessIsOld && _likeness.IsCompleted)
                _likeness = Task.Run(Liken);
        }

        if (_like is null)
            _likeness.Wait(Patience);
        return _like is { } like ? Works(like, path) : [];
    }

    public static IReadOnlyList<LikeWork> Works(IReadOnlyDictionary<string, IReadOnlyList<PageFacts>> like, string path) =>
        [.. like.GetValueOrDefault(path, []).Select(p => new LikeWork(p.Url, p.ShortName is { } name && name != p.Title ? $"{name}: {p.Title}" : p.Title))];

    public static IEnumerable<SiteFile> Files(SearchIndex index) =>
        SearchExport.Files(index).Select(f => new SiteFile(f.Path, f.Content));

    public void Dispose()
    {
        lock (_starting)
            _likenessIsOld = false;
        _likeness.Wait();
        _index?.Dispose();
    }

    /// <summary>Where the index cannot be read, pages show what they last showed; whoever searches is told why.</summary>
    private void Liken()
    {
        _likenessIsOld = false;
        try
        {
            lock (_only)
                _like = RelatedPages.Of(Current());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EngineException)
        {
            _likenessIsOld = true;
        }
    }

    private SearchIndex Current()
    {
        if (_next is var (sources, from))
        {
            var opened = new KnowledgeIndex(sources, folder).Open(() => from, CancellationToken.None);
            _index?.Dispose();
            (_index, _files, _next) = (opened.Index, null, null);
        }

        return _index ?? throw new InvalidOperationException("nothing is shown yet");
    }
}
