namespace TorchSharp;

public static partial class torch
{
    public static Device CUDA => InitializeDevice(new Device(DeviceType.CUDA));

    public static Device MPS => InitializeDevice(new Device(DeviceType.MPS));

    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.OfThread.Current;

    /// <summary>There is no libtorch for Apple's devices behind this layer.</summary>
    public static bool mps_is_available() => false;

    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CUDA => cuda.is_available(),
        DeviceType.MPS => mps_is_available(),
        _ => true,
    };

    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType)) throw new InvalidOperationException($"No device of type {deviceType} is available to this libtorch.");
    }

    /// <summary>The device, or the default one, after a check that it is there.</summary>
    public static Device InitializeDevice(Device? device)
    {
        device ??= get_default_device();
        InitializeDeviceType(device.type);
        return device;
    }
}
