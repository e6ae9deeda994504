using System.Globalization;

namespace Lectern.Implementations.Tests.Support;

/// <summary>What a measured number has to keep to. NaN keeps to nothing.</summary>
public sealed class Bound
{
    private readonly Func<double, bool> _holds;
    private readonly string _text;

    private Bound(string text, Func<double, bool> holds)
    {
        _text = text;
        _holds = holds;
    }

    public static Bound AtMost(double limit) => new($"≤ {Number(limit)}", measured => measured <= limit);

    public static Bound AtLeast(double limit) => new($"≥ {Number(limit)}", measured => measured >= limit);

    public static Bound Exactly(double value) => new($"= {Number(value)}", measured => measured == value);

    public static Bound Within(double value, double tolerance) =>
        new($"{Number(value)} ± {Number(tolerance)}", measured => Math.Abs(measured - value) <= tolerance);

    public bool Holds(double measured) => _holds(measured);

    public override string ToString() => _text;

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
