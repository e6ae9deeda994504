namespace Lectern.Bench;

internal static class Program
{
    private const string Usage =
        """
        dotnet run -c Release --project bench -- COMMAND [options]

          parse      throughput and memory of the parser, against plain Markdig
          scaling    time per byte of hostile inputs as they grow
          site       a generated knowledge base, against hugo; then a rebuild after one note changed
          rebuild    only the last
          search     index and queries, against Lucene++ alone
          browser    search in Chromium, against Pagefind and MiniSearch
          all        everything
          relevance  the mean reciprocal rank of the judged queries over this repository
          corpus     writes the generated documents to --folder, to look at

          --corpus DIR    parse these documents too (twice or more for several folders)
          --size MB       of the generated corpus (50)
          --papers N      in the generated knowledge base (10000; of browser 250, then 20000)
          --rounds N      of every measurement, at least 5 for the table (5)
          --folder DIR    for generated files (a new temporary folder, deleted at the end)
          --write         put the tables that were measured into bench/README.md
        """;

    public static string Root { get; } = FindRoot();

    public static string Built => Path.Combine(Root, ".lectern", "program", "lectern.dll");

    /// <summary>In memory where there is such a folder: on a disk, what was deleted a minute ago decides how fast files are made.</summary>
    private static string TemporaryFolder() => Directory.Exists("/dev/shm")
        ? Directory.CreateDirectory($"/dev/shm/lectern-bench-{Environment.ProcessId}").FullName
        : Directory.CreateTempSubdirectory("lectern-bench-").FullName;

    public static int Main(string[] args)
    {
        Options options;
        try
        {
            options = Options.Read(args);
        }
        catch (FormatException problem)
        {
            Console.Error.WriteLine($"bench: {problem.Message}\n\n{Usage}");
            return 2;
        }

        var folder = options.Folder ?? TemporaryFolder();
        try
        {
            if (options.Command == "corpus")
            {
                foreach (var file in Corpus.Generate(options.Megabytes * 1_000_000L, 1))
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file.Path))!);
                    File.WriteAllText(Path.Combine(folder, file.Path), file.Text);
                }

                return 0;
            }

            if (options.Command == "relevance")
            {
                RelevanceBench.Run(folder);
                return 0;
            }

            var report = new Report();
            if (options.Does("parse"))
            {
                report.Parse.Add(ParseBench.Run("generated", Corpus.Generate(options.Megabytes * 1_000_000L, 1), options.Rounds));
                foreach (var corpus in options.Corpora)
                    report.Parse.Add(ParseBench.Run(Path.GetFileName(Path.TrimEndingDirectorySeparator(corpus)), Corpus.Load(corpus), options.Rounds));
            }

            if (options.Does("scaling"))
                report.Scaling.AddRange(ScalingBench.Run(options.Rounds));
            if (options.Does("site"))
            {
                foreach (var name in (string[])["prose", "prose and formulas"])
                {
                    report.Site.Add(SiteBench.Run(name, options.Papers, math: name != "prose", options.Rounds, folder));
                    report.Rebuild.Add(RebuildBench.Run(name, SiteBench.Source(folder, name), options.Rounds));
                }
            }

            if (options.Command == "rebuild")
            {
                Library.Write(SiteBench.Source(folder, "prose"), Path.Combine(folder, "prose", "hugo"), options.Papers, math: false);
                report.Rebuild.Add(RebuildBench.Run("prose", SiteBench.Source(folder, "prose"), options.Rounds));
            }

            if (options.Does("search"))
                report.Search.Add(SearchBench.Run(options.Papers, options.Rounds, folder));
            if (options.Does("browser"))
                report.Browser.AddRange(BrowserBench.Run(options.GivenPapers is { } papers ? [papers] : BrowserBench.Sizes, folder));
            Console.WriteLine(report.ToMarkdown());
            if (options.Write)
                report.WriteTo(Path.Combine(Root, "bench", "README.md"));
            return 0;
        }
        finally
        {
            if (options.Folder is null)
                Directory.Delete(folder, true);
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lectern.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The bench runs from a checkout.");
    }

    private sealed record Options(string Command, List<string> Corpora, int Megabytes, int? GivenPapers, int Rounds, string? Folder, bool Write)
    {
        public int Papers => GivenPapers ?? 10_000;

        public bool Does(string what) => Command == what || Command == "all";

        public static Options Read(string[] args)
        {
            if (args is not [("parse" or "scaling" or "site" or "rebuild" or "search" or "browser" or "relevance" or "all" or "corpus") and var command, ..])
                throw new FormatException("a command is needed.");
            var options = new Options(command, [], 50, null, 5, null, false);
            for (var i = 1; i < args.Length; i++)
            {
                string Value() => ++i < args.Length ? args[i] : throw new FormatException($"{args[i - 1]} needs a value.");
                int Number() => int.TryParse(Value(), out var n) && n > 0 ? n : throw new FormatException($"{args[i - 1]} needs a number.");
                switch (args[i])
                {
                    case "--corpus": options.Corpora.Add(Value()); break;
                    case "--size": options = options with { Megabytes = Number() }; break;
                    case "--papers": options = options with { GivenPapers = Number() }; break;
                    case "--rounds": options = options with { Rounds = Number() }; break;
                    case "--folder": options = options with { Folder = Path.GetFullPath(Value()) }; break;
                    case "--write": options = options with { Write = true }; break;
                    default: throw new FormatException($"unknown option {args[i]}.");
                }
            }

            return options;
        }
    }
}
