using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Parameters before and after they get their first values.</summary>
internal static class Fresh
{
    public static Parameter Empty(Device? device, ScalarType? dtype, params long[] shape) => new(empty(shape, dtype, device));

    public static Parameter Full(double value, Device? device, ScalarType? dtype, params long[] shape) =>
        new(empty(shape, dtype, device).fill_(value));

    public static Parameter Uniform(long fan, Device? device, ScalarType? dtype, params long[] shape)
    {
        var parameter = Empty(device, dtype, shape);
        Uniform(parameter, fan);
        return parameter;
    }

    /// <summary>U(−1 / √fan, 1 / √fan).</summary>
    public static void Uniform(Parameter parameter, long fan)
    {
        var bound = fan > 0 ? 1 / Math.Sqrt(fan) : 0;
        _ = nn.init.uniform_(parameter, -bound, bound);
    }
}
