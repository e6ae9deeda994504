namespace TorchSharp;

public enum DebugMode
{
    @default = 0,
    warn = 1,
}

public enum Float32MatmulPrecision
{
    highest,
    high,
    medium,
}
