namespace TorchSharp;

public static partial class torch
{
    public static ScalarType get_default_dtype() => (ScalarType)Native.lt_default_dtype();

    public static void set_default_dtype(ScalarType dtype) => Native.Check(Native.lt_set_default_dtype((int)dtype));

    public static Device get_default_device() => Creation.DefaultDevice;

    public static void set_default_device(Device device) => Creation.DefaultDevice = device;

    public static void set_default_device(string device) => Creation.DefaultDevice = new Device(device);

    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;
}
