using System.Diagnostics;
using System.Globalization;
using Lectern.Catalog;
using Lectern.Search.Documents;
using Lectern.Search.Engines;
using Lectern.Search.Indexing;
using Lectern.Search.Results;
using Lectern.Text;

namespace Lectern.Bench;

/// <summary>Search as Lectern does it against Lucene++ alone over the same texts and queries; each side analyses the texts itself.</summary>
internal static class SearchBench
{
    private const int Queries = 400;

    public static SearchResult Run(int papers, int rounds, string folder)
    {
        var work = Path.Combine(folder, "search");
        var source = Path.Combine(work, "source");
        Library.Write(source, Path.Combine(work, "hugo"), papers, math: true);
        var pages = Pages(source);
        var (texts, queries) = (Path.Combine(work, "texts"), Path.Combine(work, "queries"));
        Texts(texts, pages);
        var asked = Asked();
        File.WriteAllLines(queries, asked);
        var plain = Build(work);
        var (ours, theirs, forms) = (new List<Times>(), new List<Times>(), new List<Times>());
        for (var round = 0; round < rounds; round++)
        {
            theirs.Add(Plain(plain, texts, queries, Path.Combine(work, "plain-index")));
            forms.Add(Plain(plain, texts, queries, Path.Combine(work, "forms-index"), "forms"));
            ours.Add(Lectern(pages, asked, Path.Combine(work, "index")));
            Console.Error.WriteLine($"search: Lucene++ {theirs[^1]}, with stems {forms[^1]}, Lectern {ours[^1]}");
        }

        return new(papers, pages.Sum(p => p.Sections.Count), Median(theirs), Median(forms), Median(ours));
    }

    private static IReadOnlyList<SearchPage> Pages(string source)
    {
        var documents = Directory.EnumerateFiles(source, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => NotationParser.Parse(SourceText.From(Path.GetRelativePath(source, f).Replace('\\', '/'), File.ReadAllBytes(f)), Lexicon.Default.MatchLength)).ToList();
        return PageReader.Read(KnowledgeBase.From(documents), new(p => $"papers/{p.Id}/index.html", d => d.Path), []);
    }

    private static void Texts(string file, IReadOnlyList<SearchPage> pages)
    {
        using var to = new StreamWriter(file);
        foreach (var page in pages)
        {
            foreach (var section in page.Sections)
            {
                Line("short", page.Facts.ShortName);
                Line("title", page.Facts.Title);
                foreach (var tag in page.Facts.Tags)
                    Line("tag", tag);
                foreach (var author in page.Facts.Authors)
                    Line("author", author);
                Line("heading", section.Heading);
                Line("note", section.Note);
                Line("code", section.Code);
                foreach (var formula in section.Math)
                    Line("math", formula);
                Line("id", page.Facts.Id);
                Line("year", page.Facts.Year?.ToString());
                to.Write('\n');
            }
        }

        void Line(string field, string? text)
        {
            if (!string.IsNullOrEmpty(text))
                to.Write($"{field}\t{text.ReplaceLineEndings(" ")}\n");
        }
    }

    /// <summary>One word, two words and phrases, in equal parts.</summary>
    public static List<string> Asked()
    {
        var words = Vocabulary.Words.Where(w => w.Length > 4).ToList();
        var random = new Random(23);
        string Word() => words[random.Next(words.Count)];
        return [.. Enumerable.Range(0, Queries).Select(i => (i % 3) switch { 0 => Word(), 1 => $"{Word()} {Word()}", _ => $"\"{Word()} {Word()}\"" })];
    }

    private static string Build(string work)
    {
        var build = Path.Combine(work, "plain");
        Start("cmake", "-S", Path.Combine(Program.Root, "bench", "lucene"), "-B", build, "-DCMAKE_BUILD_TYPE=Release");
        Start("cmake", "--build", build);
        return Path.Combine(build, "plain");
    }

    private static Times Plain(string program, string texts, string queries, string index, params string[] more)
    {
        var milliseconds = Start(program, [texts, queries, index, .. more]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => double.Parse(l, CultureInfo.InvariantCulture)).ToList();
        return Times.Of(milliseconds[0], milliseconds[1..]);
    }

    private static Times Lectern(IReadOnlyList<SearchPage> pages, List<string> queries, string folder)
    {
        var engine = SearchEngines.Default;
        var indexing = Timing.Seconds(() => new IndexWriter(folder, engine).Update(pages, "bench", fresh: true, CancellationToken.None)) * 1000;
        using var index = SearchIndex.Open(folder, engine, out var problem) ?? throw new InvalidOperationException(problem);
        var searcher = new Searcher(index);
        foreach (var query in queries)
            searcher.Search(new(query));
        return Times.Of(indexing, [.. queries.Select(query =>
        {
            var start = Stopwatch.GetTimestamp();
            searcher.Search(new(query));
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        })]);
    }

    private static Times Median(List<Times> rounds) => new(
        Timing.Median(rounds.Select(r => r.Index)), Timing.Median(rounds.Select(r => r.Half)), Timing.Median(rounds.Select(r => r.Slowest)));

    public static string Start(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}

/// <summary>Milliseconds: of indexing, and the 50th and 99th percentile of the queries.</summary>
internal sealed record Times(double Index, double Half, double Slowest)
{
    public static Times Of(double index, List<double> queries)
    {
        queries.Sort();
        return new(index, queries[queries.Count / 2], queries[queries.Count * 99 / 100]);
    }

    public override string ToString() => $"{Index:0} ms, p50 {Half:0.00} ms, p99 {Slowest:0.00} ms";
}

internal sealed record SearchResult(int Papers, int Sections, Times Lucene, Times Forms, Times Lectern);
