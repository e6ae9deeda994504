using Lectern.Search.Documents;
using Lectern.Search.Engines;
using Lectern.Search.Indexing;

namespace Lectern.Search.Tests.Support;

/// <summary>An index of pages in a folder of its own.</summary>
public sealed class TestIndex : IDisposable
{
    private readonly Folder _folder = new();

    public TestIndex(IReadOnlyList<SearchPage> pages)
    {
        new IndexWriter(_folder.Path, SearchEngines.Default).Update(pages, "test", fresh: false, CancellationToken.None);
        Index = SearchIndex.Open(_folder.Path, SearchEngines.Default, out var problem) ?? throw new InvalidOperationException(problem);
    }

    public SearchIndex Index { get; }

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }
}
