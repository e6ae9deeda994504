using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lectern.Bench;

/// <summary>A note is saved while <c>lectern serve</c> runs: until the program has made the site anew, and until an open page is told.</summary>
internal static partial class RebuildBench
{
    /// <summary>The compiler improves what runs often; the first changes after a start are the slow ones.</summary>
    private const int WarmUp = 5;

    public static RebuildResult Run(string name, string source, int rounds)
    {
        using var serve = Process.Start(new ProcessStartInfo("dotnet", [Program.Built, "serve", "--source", source, "--port", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("lectern did not start.");
        try
        {
            return Measure(name, serve, source, rounds);
        }
        finally
        {
            serve.Kill();
            serve.WaitForExit();
        }
    }

    private static RebuildResult Measure(string name, Process serve, string source, int rounds)
    {
        var reports = new List<Match>();
        serve.ErrorDataReceived += (_, line) =>
        {
            if (Rebuilt().Match(line.Data ?? "") is { Success: true } match)
            {
                lock (reports)
                    reports.Add(match);
            }
        };
        serve.BeginErrorReadLine();
        var started = serve.StandardOutput.ReadLine() ?? throw new InvalidOperationException("lectern serve ended at once.");
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var events = new StreamReader(http.GetStreamAsync(new Uri(Address().Match(started).Value + "_lectern/events")).GetAwaiter().GetResult());
        NextEvent(events);

        var notes = Directory.GetFiles(Path.Combine(source, "notes")).Order(StringComparer.Ordinal).ToArray();
        var told = new List<double>();
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            // Long enough for the watcher to be at rest; each time another note.
            Thread.Sleep(500);
            var watch = Stopwatch.StartNew();
            File.AppendAllText(notes[notes.Length / 2 + round], $"\nA sentence was added in round {round}.\n");
            NextEvent(events);
            told.Add(watch.Elapsed.TotalSeconds);
        }

        Thread.Sleep(500);
        lock (reports)
        {
            var made = reports.Select(r => int.Parse(r.Groups["ms"].Value, CultureInfo.InvariantCulture) / 1000.0).ToList();
            Console.Error.WriteLine($"rebuild: {string.Join(", ", made.Select(m => $"{m:0.000}"))} s; told after {string.Join(", ", told.Select(t => $"{t:0.000}"))} s");
            return new(name, notes.Length, Timing.Median(made.Skip(WarmUp)), Timing.Median(told.Skip(WarmUp)), int.Parse(reports[^1].Groups["pages"].Value, CultureInfo.InvariantCulture));
        }
    }

    private static void NextEvent(StreamReader events)
    {
        while (events.ReadLine() is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
                return;
        }

        throw new InvalidOperationException("lectern serve closed the channel of events.");
    }

    [GeneratedRegex(@"(?<pages>\d+) pages? made anew in (?<ms>\d+) ms")]
    private static partial Regex Rebuilt();

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}

/// <summary>Median seconds that the program needs for the new site, and from the save to the message to an open page.</summary>
internal sealed record RebuildResult(string Name, int Notes, double Made, double Told, int Pages);
