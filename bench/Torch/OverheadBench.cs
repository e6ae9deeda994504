using System.Diagnostics;

namespace Lectern.Torch.Bench;

/// <summary>Microseconds of one call on both sides.</summary>
internal sealed record Overhead(string Name, double Python, double Lectern)
{
    public double Ratio => Lectern / Python;
}

internal static class OverheadBench
{
    private const int Calls = 20_000;

    /// <summary>The fastest of many short turns: whatever else runs on the machine only ever adds time.</summary>
    public static IEnumerable<Overhead> Run(Peer peer, int rounds, string? only)
    {
        foreach (var one in OperatorCase.All().Where(one => only is null || one.Name.Contains(only, StringComparison.Ordinal)))
        {
            Warm(one.Call);
            _ = peer.Time(one.Python, Calls / 10);
            var (python, lectern) = (double.PositiveInfinity, double.PositiveInfinity);
            for (var round = 0; round < rounds; round++)
            {
                python = Math.Min(python, peer.Time(one.Python, Calls));
                lectern = Math.Min(lectern, Seconds(one.Call, Calls));
            }

            yield return new Overhead(one.Name, python / Calls * 1e6, lectern / Calls * 1e6);
        }
    }

    /// <summary>Until the compiler is done with it.</summary>
    private static void Warm(Action call)
    {
        for (var i = 0; i < 3; i++)
        {
            _ = Seconds(call, 2000);
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
