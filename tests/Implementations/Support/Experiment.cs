[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Lectern.Implementations.Tests.Support;

/// <summary>How an experiment is to be run; <c>lectern run</c> sets it through the environment.</summary>
internal static class Experiment
{
    /// <summary>LECTERN_DEVICE, else the CPU. A device that is missing fails every test.</summary>
    public static Device Device { get; } = Find();

    /// <summary>LECTERN_SEED, else 1: the seed of the first of several runs.</summary>
    public static long Seed { get; } = long.TryParse(Environment.GetEnvironmentVariable("LECTERN_SEED"), out var seed) ? seed : 1;

    /// <summary>LECTERN_FULL=1: the long form, with the sizes and seeds of the record.</summary>
    public static bool Full { get; } = Environment.GetEnvironmentVariable("LECTERN_FULL") == "1";

    private static Device Find()
    {
        var device = new Device(Environment.GetEnvironmentVariable("LECTERN_DEVICE") is { Length: > 0 } name ? name : "cpu");
        return device.type != DeviceType.CUDA || cuda.is_available()
            ? device
            : throw new InvalidOperationException("LECTERN_DEVICE asks for cuda, and this libtorch sees no such device.");
    }
}
