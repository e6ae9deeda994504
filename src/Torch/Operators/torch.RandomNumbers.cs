namespace TorchSharp;

public static partial class torch
{
    /// <summary>One number, uniform in [0, 1).</summary>
    public static double rand_float(Generator? generator = null)
    {
        using var one = rand([1], generator: generator, device: generator?.device);
        return one.ToDouble();
    }

    /// <summary>One number of the normal distribution of mean 0 and variance 1.</summary>
    public static double randn_float(Generator? generator = null)
    {
        using var one = randn([1], generator: generator, device: generator?.device);
        return one.ToDouble();
    }

    public static bool randint_bool(Generator? generator = null) => randint_long(0, 2, generator) == 1;

    public static int randint_int(int high, Generator? generator = null) => randint_int(0, high, generator);

    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    /// <summary>One of the whole numbers from <paramref name="low"/> to <paramref name="high"/>, the last excluded.</summary>
    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using var one = randint(low, high, new long[] { 1 }, generator: generator, device: generator?.device);
        return one.ToInt64();
    }

    public static Tensor randperm(long n, Tensor @out, Generator? generator = null) => Tensor.Filled(@out, Permutation(n, generator, @out));

    public static long seed() => Generator.Default.seed();

    public static long initial_seed() => Generator.Default.initial_seed();

    [Aten("randperm.generator_out", "n, generator, into")] private static partial Tensor Permutation(long n, Generator? generator, Tensor into);
}
