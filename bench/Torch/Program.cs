using System.Globalization;

namespace Lectern.Torch.Bench;

internal static class Program
{
    private const string Usage =
        """
        dotnet run -c Release --project bench/Torch -- COMMAND [NAME] [options]

          overhead   microseconds of one call on tensors of a few elements, against Python
          train      training steps per second, against Python
          all        everything

          NAME             only operators or networks whose name contains it
          --rounds N       of every measurement, on each side in turn (400 turns for overhead, 40 for train)
          --python FILE    the Python with PyTorch on the same libtorch (/usr/bin/python3)
          --write          put the table into bench/Torch/README.md
        """;

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

        var threads = get_num_threads();
        using var peer = new Peer(options.Python);
        var report = new Report(peer.Version, threads);
        if (options.Does("overhead"))
        {
            Use(1);
            report.Overhead.AddRange(OverheadBench.Run(peer, options.Rounds ?? 400, options.Only));
        }

        if (options.Does("train"))
        {
            Use(threads);
            report.Training.AddRange(TrainingBench.Run(peer, options.Rounds ?? 40, options.Only));
        }

        var table = report.ToMarkdown();
        Console.WriteLine(table);
        if (options.Write) Report.WriteTo(Path.Combine(Root(), "bench", "Torch", "README.md"), table);
        return 0;

        void Use(int count)
        {
            set_num_threads(count);
            _ = peer.Numbers($"threads {count}");
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lectern.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The bench runs from a checkout.");
    }

    private sealed record Options(string Command, string? Only, int? Rounds, string Python, bool Write)
    {
        public bool Does(string what) => Command == what || Command == "all";

        public static Options Read(string[] args)
        {
            if (args is not [("overhead" or "train" or "all") and var command, ..])
                throw new FormatException("a command is needed.");
            var options = new Options(command, null, null, "/usr/bin/python3", false);
            for (var i = 1; i < args.Length; i++)
            {
                string Value() => ++i < args.Length ? args[i] : throw new FormatException($"{args[i - 1]} needs a value.");
                int Number() => int.TryParse(Value(), CultureInfo.InvariantCulture, out var n) && n > 0 ? n : throw new FormatException($"{args[i - 1]} needs a number.");
                switch (args[i])
                {
                    case "--rounds": options = options with { Rounds = Number() }; break;
                    case "--python": options = options with { Python = Value() }; break;
                    case "--write": options = options with { Write = true }; break;
                    case var name when options.Only is null && !name.StartsWith('-'): options = options with { Only = name }; break;
                    default: throw new FormatException($"unknown option {args[i]}.");
                }
            }

            return options;
        }
    }
}
