using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lectern.Search.Engines.LuceneNet;

/// <summary>The Lucene.Net package, with the classic similarity: the formulas of Lucene 3 in single precision.</summary>
public sealed class LuceneNetEngine : ISearchEngine
{
    /// <summary>The field whose only term is the number of a document.</summary>
    internal const string Number = "number";

    internal const LuceneVersion Version = LuceneVersion.LUCENE_48;

    public string Name => "Lucene.Net 4.8";

    public double Precision => 1e-6;

    public IEngineWriter Write(string folder, bool create)
    {
        var config = new IndexWriterConfig(Version, analyzer: null)
        {
            OpenMode = create ? OpenMode.CREATE : OpenMode.APPEND,
            Similarity = new DefaultSimilarity { DiscountOverlaps = true },
            MergePolicy = new LogDocMergePolicy(),
            MergeScheduler = new SerialMergeScheduler(),
        };
        return new LuceneNetWriter(new(FSDirectory.Open(folder, NoLockFactory.GetNoLockFactory()), config));
    }

    public IEngineReader Read(string folder) =>
        new LuceneNetReader(DirectoryReader.Open(FSDirectory.Open(folder, NoLockFactory.GetNoLockFactory())));
}
