using System.Diagnostics;
using Lectern.Search.Engines;
using Lectern.Search.Indexing;
using Lectern.Search.Results;
using Lectern.Search.Tests.Support;
using Xunit;

namespace Lectern.Cli.Tests;

/// <summary>What is left of an index when the program that writes it ends too soon.</summary>
public sealed class IndexCrashTests
{
    private const int Papers = 1500;
    private const int Kills = 50;

    private static readonly string Program = typeof(LecternApp).Assembly.Location;

    [Fact]
    public async Task KilledAtAnyMomentItLeavesTheOldIndex()
    {
        using var folder = new TemporaryFolder();
        GeneratedLibrary.Write(folder["library"], Papers, seed: 1);
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, (await Run("dotnet", Arguments(folder))).Code);
        var whole = clock.ElapsedMilliseconds;
        var expected = Answer(folder["index"]);
        Assert.NotEmpty(expected);
        var (random, killed) = (new Random(17), 0);
        for (var round = 0; killed < Kills; round++)
        {
            Assert.True(round < 4 * Kills, $"only {killed} of {round} runs could be killed");
            clock.Restart();
            using var process = Process.Start(new ProcessStartInfo("dotnet", Arguments(folder)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            // Not before the program has started: nothing is being written then.
            if (process.WaitForExit((int)random.NextInt64(whole / 4, whole)))
                whole = clock.ElapsedMilliseconds;
            else
            {
                process.Kill();
                await process.WaitForExitAsync();
                killed++;
            }

            Assert.Equal(expected, Answer(folder["index"]));
        }

        Assert.Equal(0, (await Run("dotnet", Arguments(folder))).Code);
        Assert.Equal(expected, Answer(folder["index"]));
        Assert.Empty(Directory.EnumerateDirectories(folder["index"], "next-*"));
        Assert.Single(Directory.EnumerateDirectories(folder["index"]));
    }

    [Fact]
    public async Task AFullDiskLeavesTheOldIndex()
    {
        using var folder = new TemporaryFolder();
        GeneratedLibrary.Write(folder["small"], 20, seed: 1);
        GeneratedLibrary.Write(folder["large"], Papers, seed: 2);
        Directory.CreateDirectory(folder["disk"]);
        var script = $"""
            set -e
            mount -t tmpfs -o size=600k tmpfs '{folder["disk"]}'
            dotnet '{Program}' index --source '{folder["small"]}' --index '{folder["disk"]}/index'
            dotnet '{Program}' search attention --json --source '{folder["small"]}' --index '{folder["disk"]}/index' > '{folder["before"]}'
            if dotnet '{Program}' index --source '{folder["large"]}' --index '{folder["disk"]}/index'; then echo "the disk was large enough"; exit 9; fi
            dotnet '{Program}' search attention --json --source '{folder["small"]}' --index '{folder["disk"]}/index' > '{folder["after"]}'
            """;
        var (code, output) = await Run("unshare", ["-rm", "sh", "-c", script]);
        Assert.True(code == 0, output);
        Assert.Equal(WithoutTime(folder["before"]), WithoutTime(folder["after"]));
        Assert.Contains("\"id\"", await File.ReadAllTextAsync(folder["after"]));
    }

    private static string[] Arguments(TemporaryFolder folder) =>
        [Program, "index", "--fresh", "--source", folder["library"], "--index", folder["index"]];

    private static IReadOnlyList<(string, double)> Answer(string folder)
    {
        using var index = SearchIndex.Open(folder, SearchEngines.Default, out var problem);
        Assert.Null(problem);
        return [.. new Searcher(index!).Search(new("attention layer", 50)).Hits.Select(h => (h.Url, h.Score))];
    }

    private static string WithoutTime(string file) =>
        string.Join('\n', File.ReadAllLines(file).Where(l => !l.Contains("\"milliseconds\"", StringComparison.Ordinal)));

    private static async Task<(int Code, string Output)> Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
