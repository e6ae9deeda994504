using Lectern.Catalog;
using Lectern.Cli.Output;
using Lectern.Cli.Sources;
using Lectern.Search.Export;
using Lectern.Search.Indexing;
using Lectern.Search.Results;
using Lectern.Site;
using Lectern.Site.Serving;

namespace Lectern.Cli.Searching;

/// <summary>Search in a site that changes: the index follows when it is next asked. One question is answered at a time.</summary>
/// <param name="folder">Where the index lies; null for its place in the cache.</param>
internal sealed class LiveSearch(string? folder) : ISiteSearch, IDisposable
{
    private readonly Lock _only = new();
    private (SourceSet Sources, KnowledgeBase Knowledge)? _next;
    private SearchIndex? _index;
    private Dictionary<string, SiteFile>? _files;

    /// <summary>From the next question on, this knowledge base.</summary>
    public void Show(SourceSet sources, KnowledgeBase knowledge)
    {
        lock (_only)
            _next = (sources, knowledge);
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

    public static IEnumerable<SiteFile> Files(SearchIndex index) =>
        SearchExport.Files(index).Select(f => new SiteFile(f.Path, f.Content));

    public void Dispose() => _index?.Dispose();

    private SearchIndex Current()
    {
        if (_next is var (sources, knowledge))
        {
            var opened = new KnowledgeIndex(sources, folder).Open(() => knowledge, CancellationToken.None);
            _index?.Dispose();
            (_index, _files, _next) = (opened.Index, null, null);
        }

        return _index ?? throw new InvalidOperationException("nothing is shown yet");
    }
}
