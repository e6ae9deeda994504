using System.Runtime.InteropServices;

namespace Lectern.Torch.Tests.Composed;

public sealed unsafe class ThreadTests
{
    [Fact]
    public void OneThreadIsOneForProductsOfMatricesToo()
    {
        var threads = get_num_threads();
        var loaded = File.ReadLines("/proc/self/maps").FirstOrDefault(line => line.Contains("libopenblas", StringComparison.Ordinal));
        // Another library of matrices takes the number from libtorch.
        if (loaded is null) return;
        var library = NativeLibrary.Load(loaded[loaded.IndexOf('/')..]);
        var ofMatrices = (delegate* unmanaged<int>)NativeLibrary.GetExport(library, "openblas_get_num_threads");
        try
        {
            foreach (var count in new[] { 2, 1 })
            {
                set_num_threads(count);
                Assert.Equal(count, ofMatrices());
            }
        }
        finally
        {
            set_num_threads(threads);
            NativeLibrary.Free(library);
        }
    }

    [Fact]
    public void TheNumberOfThreadsStaysWhenAFunctionIsCalledForTheFirstTime()
    {
        const string Variable = "OMP_NUM_THREADS";
        var (threads, wish) = (get_num_threads(), Environment.GetEnvironmentVariable(Variable));
        try
        {
            Environment.SetEnvironmentVariable(Variable, null);
            set_num_threads(Environment.ProcessorCount + 1);
            Assert.NotEqual(0, Native.Load(Native.Library, typeof(torch).Assembly, null));
            Assert.Equal(Environment.ProcessorCount + 1, get_num_threads());
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, wish);
            set_num_threads(threads);
        }
    }
}
