using System.Globalization;
using Lectern.Evidence;
using Xunit.Sdk;

namespace Lectern.Implementations.Tests.Support;

/// <summary>How a claim gives what it measured: as an assertion for the test, and as a number for the record.</summary>
internal static class Claim
{
    /// <summary>What the claim that runs on this thread has measured so far; read by <see cref="ClaimRunner"/>.</summary>
    [ThreadStatic]
    private static Measurement? t_last;

    [ThreadStatic]
    private static List<FigureRecord>? t_figures;

    /// <summary>Records the number, then fails the test when it does not keep to the bound.</summary>
    public static void Measured(double measured, Bound bound, double? spread = null, string unit = "")
    {
        t_last = new Measurement(measured, bound, spread, unit);
        if (!bound.Holds(measured))
            throw new XunitException(string.Create(CultureInfo.InvariantCulture, $"Measured {measured:G6} {unit}, not {bound}."));
    }

    /// <summary>Records the data of a figure.</summary>
    public static void Figure(string id, string title, string horizontal, string vertical, params FigureSeries[] series) =>
        (t_figures ??= []).Add(new FigureRecord(id, title, horizontal, vertical, series));

    internal static (Measurement? Last, IReadOnlyList<FigureRecord> Figures) Take()
    {
        var taken = (t_last, t_figures ?? []);
        (t_last, t_figures) = (null, null);
        return taken;
    }
}

internal sealed record Measurement(double Value, Bound Bound, double? Spread, string Unit);
