using System.Diagnostics;

namespace Lectern.Bench;

/// <summary>Whole sites: the built program against Hugo, each as a process, in turn.</summary>
internal static class SiteBench
{
    public static SiteResult Run(string name, int papers, bool math, int rounds, string folder)
    {
        var work = Path.Combine(folder, name);
        var (source, hugo) = (Source(folder, name), Path.Combine(work, "hugo"));
        if (Directory.Exists(work))
            Directory.Delete(work, true);
        Library.Write(source, hugo, papers, math);
        var (ours, theirs) = (Path.Combine(work, "out-lectern"), Path.Combine(work, "out-hugo"));
        string[] lectern = [Program.Built, "build", "--no-search", "--source", source, "--out", ours];
        string[] peer = ["--quiet", "--ignoreCache", "--source", hugo, "--destination", theirs];
        Console.Error.WriteLine($"site: {name}, {papers} papers, {rounds} rounds");

        var (a, b) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            b.Add(Process("hugo", peer, theirs));
            a.Add(Process("dotnet", lectern, ours));
            Console.Error.WriteLine($"site: hugo {b[^1]:0.00} s, lectern {a[^1]:0.00} s");
        }

        return new(name, papers, Pages(ours), Pages(theirs), Timing.Median(a), Timing.Median(b), Timing.Median(b.Zip(a, (x, y) => x / y)));
    }

    public static string Source(string folder, string name) => Path.Combine(folder, name, "source");

    /// <summary>Seconds of a process that writes a folder that is not there yet.</summary>
    private static double Process(string program, string[] arguments, string output)
    {
        if (Directory.Exists(output))
            Directory.Delete(output, true);
        var watch = Stopwatch.StartNew();
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        return watch.Elapsed.TotalSeconds;
    }

    private static int Pages(string folder) => Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Count();
}

/// <summary>Medians in seconds; the ratio is the median of the rounds' ratios, above 1 where Lectern is faster.</summary>
internal sealed record SiteResult(string Name, int Papers, int Pages, int HugoPages, double Lectern, double Hugo, double Ratio);
