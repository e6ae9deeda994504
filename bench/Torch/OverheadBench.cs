using System.Diagnostics;

namespace Lectern.Torch.Bench;

/// <summary>Microseconds of one call on both sides.</summary>
internal sealed record Overhead(string Name, double Python, double Lectern)
{
    public double Ratio => Lectern / Python;
}

internal static class OverheadBench
{
    /// <summary>So few that most turns end before the system gives the processor to something else.</summary>
    private const int Calls = 1000;

    private const int MostTurns = 20;

    /// <summary>The fastest of many short turns: whatever else runs on the machine only ever adds time.</summary>
    public static IEnumerable<Overhead> Run(Peer peer, int rounds, string? only)
    {
        foreach (var one in OperatorCase.All().Where(one => only is null || one.Name.Contains(only, StringComparison.Ordinal)))
        {
            Warm(one.Call);
            _ = peer.Time(one.Python, Calls);
            var (python, lectern) = (double.PositiveInfinity, double.PositiveInfinity);
            for (var round = 0; round < rounds; round++)
            {
                python = Math.Min(python, peer.Time(one.Python, Calls));
                lectern = Math.Min(lectern, Seconds(one.Call, Calls));
            }

            yield return new Overhead(one.Name, python / Calls * 1e6, lectern / Calls * 1e6);
        }
    }

    /// <summary>Until the compiler is done with it, which works in the background: three turns in a row gained nothing.</summary>
    private static void Warm(Action call)
    {
        var best = double.PositiveInfinity;
        for (int turn = 0, idle = 0; turn < MostTurns && idle < 3; turn++)
        {
            var time = Seconds(call, 2000);
            idle = time < 0.95 * best ? 0 : idle + 1;
            best = Math.Min(best, time);
            Thread.Sleep(120);
        }
    }

    private static double Seconds(Action call, int count)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++) call();
        return watch.Elapsed.TotalSeconds;
    }
}
