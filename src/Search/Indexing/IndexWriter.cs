using Lectern.Search.Documents;
using Lectern.Search.Engines;

namespace Lectern.Search.Indexing;

/// <summary>Makes an index of pages, or brings the one that is there up to date: sections of pages that did not change are kept.</summary>
public sealed class IndexWriter(string folder, ISearchEngine engine)
{
    internal const string EngineFolder = "lucene";

    private const int PagesAtOnce = 64;

    private readonly Generations _generations = new(folder);

    /// <param name="pages">In the order of their ids.</param>
    /// <param name="fresh">Take nothing from the index that is there.</param>
    public IndexUpdate Update(IReadOnlyList<SearchPage> pages, string stamp, bool fresh, CancellationToken cancel)
    {
        using var only = IndexLock.Take(folder);
        string? problem = null;
        using var old = fresh ? null : SearchIndex.Open(folder, engine, out problem);
        var next = _generations.Begin();
        try
        {
            var update = Write(next, pages, stamp, old, problem, cancel);
            Manifest.Write(next, engine.Name);
            cancel.ThrowIfCancellationRequested();
            _generations.Publish(next);
            return update;
        }
        catch
        {
            if (Directory.Exists(next))
                Directory.Delete(next, recursive: true);
            throw;
        }
    }

    private IndexUpdate Write(string next, IReadOnlyList<SearchPage> pages, string stamp, SearchIndex? old, string? problem, CancellationToken cancel)
    {
        var written = pages.AsParallel().AsOrdered().WithCancellation(cancel).Select(Written).ToList();
        var known = old is null ? null : new KnownPages(old.Catalogue);
        var kept = known is null ? [] : written.ConvertAll(page => known.Numbers(page.Hash));
        var fromOld = kept.Count(numbers => numbers is not null) * 2 > pages.Count && old!.Catalogue.Next < 4 * (pages.Count + old.Reader.DocumentCount);
        if (!fromOld)
            kept = written.ConvertAll(_ => (int[]?)null);

        var index = Directory.CreateDirectory(Path.Combine(next, EngineFolder)).FullName;
        if (fromOld)
            Copy(Path.Combine(_generations.Current()!, EngineFolder), index);
        using var writer = engine.Write(index, create: !fromOld);
        var removed = fromOld ? known!.Others(kept) : [];
        foreach (var number in removed)
            writer.Delete(number);
        var number0 = fromOld ? old!.Catalogue.Next : 0;
        var numbers = Numbers(pages, kept, ref number0);
        Add(writer, pages, kept, numbers, cancel);
        writer.Finish();
        Catalogue.Write(next, stamp, number0, [.. written.Select((page, i) => (page.Hash, numbers[i], page.Facts, page.Texts))]);
        var added = kept.Count(k => k is null);
        var before = old?.Catalogue.Pages.Count ?? 0;
        var gone = known?.Missing(pages.Select(p => p.Facts.Id)) ?? 0;
        return new(pages.Count, pages.Sum(p => p.Sections.Count), pages.Count - before + gone, fromOld ? added - (pages.Count - before + gone) : 0, gone, !fromOld, problem);
    }

    private static (byte[] Hash, byte[] Facts, byte[] Texts) Written(SearchPage page)
    {
        var (facts, texts) = (PageWire.Facts(page.Facts), PageWire.Texts(page.Sections));
        return (Catalogue.Hash(facts, texts), facts, texts);
    }

    private static List<int[]> Numbers(IReadOnlyList<SearchPage> pages, List<int[]?> kept, ref int next)
    {
        var numbers = new List<int[]>(pages.Count);
        for (var i = 0; i < pages.Count; i++)
        {
            numbers.Add(kept[i] ?? [.. Enumerable.Range(next, pages[i].Sections.Count)]);
            next += kept[i] is null ? pages[i].Sections.Count : 0;
        }

        return numbers;
    }

    /// <summary>Analysis runs ahead on every core; the engine takes the documents in their order.</summary>
    private static void Add(IEngineWriter writer, IReadOnlyList<SearchPage> pages, List<int[]?> kept, List<int[]> numbers, CancellationToken cancel)
    {
        var ahead = new Queue<Task<List<EngineDocument>>>();
        foreach (var chunk in Enumerable.Range(0, pages.Count).Where(i => kept[i] is null).Chunk(PagesAtOnce))
        {
            ahead.Enqueue(Task.Run(() => chunk.SelectMany(i => SectionFields.Of(pages[i], numbers[i])).ToList(), cancel));
            if (ahead.Count > Environment.ProcessorCount)
                Take();
        }

        while (ahead.Count > 0)
            Take();

        void Take()
        {
            foreach (var document in ahead.Dequeue().GetAwaiter().GetResult())
                writer.Add(document);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
