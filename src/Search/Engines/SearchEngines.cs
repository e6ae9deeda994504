namespace Lectern.Search.Engines;

/// <summary>The engine this program was built with.</summary>
public static class SearchEngines
{
    public static ISearchEngine Default { get; } =
#if LUCENE_NET
        new LuceneNet.LuceneNetEngine();
#else
        new Lucene.LuceneEngine();
#endif
}
