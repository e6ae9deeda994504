using Lectern.Model;
using Lectern.Text;
using Markdig;
using Markdig.Syntax;

namespace Lectern.Bench;

/// <summary>Parsing with the model, against plain Markdig on the same text.</summary>
internal static class ParseBench
{
    public static ParseResult Run(string name, IReadOnlyList<CorpusFile> files, int rounds)
    {
        var bytes = files.Sum(f => (long)f.Bytes);
        var pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();
        Console.Error.WriteLine($"parse: {name}, {files.Count} files, {bytes / 1e6:0.0} MB, {rounds} rounds");

        // A small corpus is parsed several times per round, so that a round is long enough to be timed.
        var repeat = (int)Math.Max(1, 5_000_000 / bytes);
        void Markdig() => Repeat(f => Markdown.Parse(f.Text, pipeline));
        void Lectern() => Repeat(f => NotationParser.Parse(f.Path, f.Text));
        void Repeat(Func<CorpusFile, object> parse)
        {
            for (var i = 0; i < repeat; i++)
            {
                foreach (var file in files)
                    GC.KeepAlive(parse(file));
            }
        }

        // Until the just-in-time compiler has nothing left to improve.
        var warm = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 3 || warm.Elapsed.TotalSeconds < 10; i++)
        {
            Markdig();
            Lectern();
        }

        var (markdig, lectern) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            markdig.Add(Timing.Seconds(Markdig));
            lectern.Add(Timing.Seconds(Lectern));
        }

        var megabytes = bytes * repeat / 1e6;
        return new(
            name, files.Count, bytes, megabytes / Timing.Median(markdig), megabytes / Timing.Median(lectern),
            Timing.Median(markdig.Zip(lectern, (m, l) => m / l)), Kept(files), Peak(files), WorstFile(files));
    }

    /// <summary>Heap that stays while every document is held, as a multiple of the input. The texts themselves count.</summary>
    private static double Kept(IReadOnlyList<CorpusFile> files)
    {
        var documents = new Document[files.Count];
        Timing.Collect();
        var before = GC.GetTotalMemory(true);
        for (var i = 0; i < files.Count; i++)
            documents[i] = Parse(files[i]);
        Timing.Collect();
        var growth = GC.GetTotalMemory(true) - before;
        GC.KeepAlive(documents);
        return growth / (double)files.Sum(f => (long)f.Bytes);
    }

    /// <summary>The same without collecting first: what the heap grew to, garbage included.</summary>
    private static double Peak(IReadOnlyList<CorpusFile> files)
    {
        var documents = new Document[files.Count];
        Timing.Collect();
        var before = GC.GetTotalMemory(true);
        var peak = before;
        for (var i = 0; i < files.Count; i++)
        {
            documents[i] = Parse(files[i]);
            peak = Math.Max(peak, GC.GetTotalMemory(false));
        }

        GC.KeepAlive(documents);
        return (peak - before) / (double)files.Sum(f => (long)f.Bytes);
    }

    /// <summary>The largest multiple that one file of at least 4 kB reaches by itself, allocations of its parse included.</summary>
    private static (string Path, double Kept) WorstFile(IReadOnlyList<CorpusFile> files)
    {
        var worst = ("", 0.0);
        foreach (var file in files.Where(f => f.Bytes >= 4096).Take(500))
        {
            var before = GC.GetTotalMemory(true);
            var document = Parse(file);
            var growth = (GC.GetTotalMemory(true) - before) / (double)file.Bytes;
            GC.KeepAlive(document);
            if (growth > worst.Item2)
                worst = (file.Path, growth);
        }

        return worst;
    }

    /// <summary>From a copy of the text, as from a file that was just read.</summary>
    private static Document Parse(CorpusFile file) =>
        NotationParser.Parse(SourceText.From(file.Path, new string(file.Text.AsSpan())));
}

/// <summary>Throughputs in MB/s; the ratio is the median of the rounds' ratios; memory as multiples of the UTF-8 bytes.</summary>
internal sealed record ParseResult(
    string Name, int Files, long Bytes, double Markdig, double Lectern, double Ratio, double Kept, double Peak, (string Path, double Kept) Worst);
