namespace Lectern.Torch.Tests.Composed;

public sealed class ThreadTests
{
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
