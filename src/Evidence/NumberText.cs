using System.Globalization;

namespace Lectern.Evidence;

/// <summary>How measured numbers are written: whole numbers whole, the others with the digits that say something.</summary>
public static class NumberText
{
    /// <summary>Above this a double no longer holds every whole number.</summary>
    private const double Whole = 1L << 53;

    /// <summary><c>109,482,240</c>, <c>0.0213</c>, <c>1.2e-7</c>.</summary>
    public static string Of(double value, int digits = 4)
    {
        if (!double.IsFinite(value))
            return value.ToString(CultureInfo.InvariantCulture);
        if (value == Math.Round(value) && Math.Abs(value) < Whole)
            return value.ToString("N0", CultureInfo.InvariantCulture);
        var size = Math.Abs(value);
        if (size is >= 1e-4 and < 1e7)
            return ((decimal)double.Parse(value.ToString($"G{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)).ToString("#,0.############", CultureInfo.InvariantCulture);
        return value.ToString($"0.{new string('#', digits - 1)}e0", CultureInfo.InvariantCulture);
    }

    /// <summary><c>0.98 ± 0.01 s</c></summary>
    public static string Of(ClaimRecord claim)
    {
        if (claim.Measured is not { } measured)
            return "–";
        var spread = claim.Spread is { } half ? $" ± {Of(half, 2)}" : "";
        return $"{Of(measured)}{spread}{(claim.Unit.Length > 0 ? " " + claim.Unit : "")}";
    }
}
