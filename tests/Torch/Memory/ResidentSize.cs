using System.Globalization;

namespace Lectern.Torch.Tests.Memory;

/// <summary>The memory that the system has given to this process.</summary>
internal static class ResidentSize
{
    /// <summary>Bytes, from the second number of <c>/proc/self/statm</c>, which counts pages.</summary>
    public static long Now => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;

    /// <summary>How much the largest size that is seen between two of <paramref name="count"/> actions lies above the first, in MB.</summary>
    public static double Growth(int count, int between, Action action)
    {
        var (first, peak) = (Now, 0L);
        for (var i = 0; i < count; i++)
        {
            action();
            if (i % between == 0) peak = Math.Max(peak, Now);
        }

        return (peak - first) / 1e6;
    }
}
