[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Lectern.Torch.Tests.Support;

/// <summary>The device that the tests run on: <c>LECTERN_DEVICE</c>, else the CPU. One that is missing fails every test; nothing is skipped.</summary>
internal static class TestDevice
{
    public static Device Current { get; } = Find();

    public static bool IsCuda => Current.type == DeviceType.CUDA;

    private static Device Find()
    {
        var device = new Device(Environment.GetEnvironmentVariable("LECTERN_DEVICE") is { Length: > 0 } name ? name : "cpu");
        return device.type != DeviceType.CUDA || cuda.is_available()
            ? device
            : throw new InvalidOperationException("LECTERN_DEVICE asks for cuda, and this libtorch sees no such device.");
    }
}
