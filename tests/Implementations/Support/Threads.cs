using System.Runtime.CompilerServices;

namespace Lectern.Implementations.Tests.Support;

internal static class Threads
{
    /// <summary>Tensors of experiments are small: more threads would only wait for each other, and sums would depend on their number.</summary>
    [ModuleInitializer]
    internal static void TakeOne()
    {
        if (Experiment.Device.type == DeviceType.CPU) set_num_threads(1);
    }
}
