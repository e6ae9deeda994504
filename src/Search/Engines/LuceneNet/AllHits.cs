using System.Diagnostics;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Lectern.Search.Engines.LuceneNet;

/// <summary>Every document that matches, until the time is up.</summary>
internal sealed class AllHits(TimeSpan limit) : ICollector
{
    private const int DocumentsBetweenClocks = 1024;

    private readonly long _start = Stopwatch.GetTimestamp();
    private Scorer? _scorer;
    private int _base;

    public List<int> Documents { get; } = [];

    public List<double> Scores { get; } = [];

    public bool Complete { get; private set; } = true;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => _base = context.DocBase;

    public void Collect(int doc)
    {
        if (!Complete)
            return;
        Documents.Add(_base + doc);
        Scores.Add(_scorer!.GetScore());
        if (Documents.Count % DocumentsBetweenClocks == 0)
            Complete = Stopwatch.GetElapsedTime(_start) < limit;
    }
}
