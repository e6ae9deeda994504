using Lectern.Evidence;

namespace Lectern.Site.Figures;

/// <summary>From a value to a place between 0 and 1, with the values that are marked on the axis.</summary>
internal sealed class Scale
{
    private const double ManyTimes = 1000;

    private readonly Func<double, double> _measure;
    private readonly double _low;
    private readonly double _high;

    private Scale(Func<double, double> measure, double low, double high, IReadOnlyList<double> ticks)
    {
        (_measure, _low, _high, Ticks) = (measure, measure(low), measure(high), ticks);
        if (_low == _high)
            (_low, _high) = (_low - 1, _high + 1);
    }

    public IReadOnlyList<double> Ticks { get; }

    public double At(double value) => (_measure(value) - _low) / (_high - _low);

    /// <summary>Powers of two are marked each and stand at equal distances; anything else is linear.</summary>
    public static Scale Horizontal(IReadOnlyList<double> values)
    {
        List<double> distinct = [.. values.Distinct().Order()];
        return distinct.Count > 2 && distinct.TrueForAll(IsPowerOfTwo)
            ? new(Math.Log2, distinct[0], distinct[^1], distinct)
            : Linear(distinct, 0, 8);
    }

    /// <summary>Linear with a little air, or logarithmic where the largest value is very many times the smallest.</summary>
    public static Scale Vertical(IReadOnlyList<double> values)
    {
        var (low, high) = (values.Min(), values.Max());
        if (low <= 0 || high / low < ManyTimes)
            return Linear(values, 0.06, 5);
        var (from, to) = ((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high)));
        var step = Math.Max(1, (to - from + 5) / 6);
        return new(Math.Log10, Math.Pow(10, from), Math.Pow(10, to), [.. Enumerable.Range(0, (to - from) / step + 1).Select(i => Math.Pow(10, from + i * step))]);
    }

    private static Scale Linear(IReadOnlyList<double> values, double air, int parts)
    {
        var (low, high) = (values.Min(), values.Max());
        var (span, around) = high > low ? (high - low, air) : (Math.Max(Math.Abs(high), 1), 0.5);
        var (bottom, top) = (low - span * around, high + span * around);
        bottom = low >= 0 && bottom < 0 ? 0 : bottom;
        var step = Step(span / parts);
        var first = Math.Ceiling(bottom / step - 1e-9);
        var count = (int)Math.Floor((top / step) - first + 1e-9) + 1;
        return new(value => value, bottom, top, [.. Enumerable.Range(0, count).Select(i => (first + i) * step)]);
    }

    /// <summary>1, 2 or 5 times a power of ten, not below what is asked for.</summary>
    private static double Step(double atLeast)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        return power * (atLeast / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }

    private static bool IsPowerOfTwo(double value) => value > 0 && Math.Log2(value) == Math.Round(Math.Log2(value));

    public static string Label(double value) => NumberText.Of(Math.Abs(value) < 1e-12 ? 0 : value, 3);
}
