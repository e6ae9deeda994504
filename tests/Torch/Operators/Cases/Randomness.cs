namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>
/// Random operators by their first two moments over N = 20,000 draws. A sample mean lies within 6σ/√N of the true one but for two in 10⁹;
/// seeds are fixed, so that a test that passes once passes always.
/// </summary>
internal static class Randomness
{
    private const int N = 20_000;

    public static CaseList Cases()
    {
        var list = new CaseList("Randomness");
        void Moments(string names, object?[] arguments, double mean, double variance, double fourth, Predicate<double>? inside = null, ScalarType type = ScalarType.Float64) =>
            list.Add(names, _ => [Sampled(arguments, mean, variance, fourth, inside, type)]);
        var many = Nd.From([N], _ => 0.3).Fixed();
        var probability = 0.3;
        Moments("bernoulli", [many], probability, 0.21, 0.21 * (1 - 3 * 0.21), x => x is 0 or 1);
        Moments("bernoulli_.float", [many, probability], probability, 0.21, 0.21 * (1 - 3 * 0.21), x => x is 0 or 1);
        Moments("bernoulli_.Tensor", [many, many], probability, 0.21, 0.21 * (1 - 3 * 0.21), x => x is 0 or 1);
        Moments("binomial", [many.Map(_ => 10).Fixed(), many], 3, 2.1, 2.1 * (1 + (3 * 10 - 6) * 0.21), x => x is >= 0 and <= 10 && x == Math.Floor(x));
        Moments("poisson", [many.Map(_ => 3).Fixed()], 3, 3, 3 * (1 + 9), x => x >= 0 && x == Math.Floor(x));
        Moments("exponential_", [many, 2.0], 0.5, 0.25, 9 * 0.0625, x => x >= 0);
        Moments("geometric_", [many, 0.5], 2, 2, 38, x => x >= 1 && x == Math.Floor(x));
        Moments("normal_", [many, 1.5, 2.0], 1.5, 4, 48);
        Moments("log_normal_", [many, 0.0, 0.25], Math.Exp(0.03125), LogNormalVariance(0.25), 5 * Math.Pow(LogNormalVariance(0.25), 2), x => x > 0);
        Moments("uniform_", [many, -1.0, 3.0], 1, 16.0 / 12, 256.0 / 80, x => x is >= -1 and < 3);
        Moments("_standard_gamma", [many.Map(_ => 3).Fixed()], 3, 3, 3 * 9 + 18, x => x > 0);
        Moments("rand_like", [many], 0.5, 1.0 / 12, 1.0 / 80, x => x is >= 0 and < 1);
        Moments("randn_like", [many], 0, 1, 3);
        Moments("randint_like.low_dtype", [many, 2L, 8L], 4.5, 35.0 / 12, 14.729, x => x is >= 2 and < 8 && x == Math.Floor(x));
        Moments("rand.generator", [(long)N, ScalarType.Float64], 0.5, 1.0 / 12, 1.0 / 80, x => x is >= 0 and < 1);
        Moments("rand.generator", [new long[] { N / 2, 2 }, ScalarType.Float64], 0.5, 1.0 / 12, 1.0 / 80, x => x is >= 0 and < 1);
        Moments("randn.generator", [(long)N, ScalarType.Float64], 0, 1, 3);
        Moments("randn.generator", [new long[] { N / 2, 2 }, ScalarType.Float64], 0, 1, 3);
        foreach (var kind in new[] { "rand.generator", "randn.generator" })
        {
            var normal = kind[4] == 'n';
            for (var rank = 2; rank <= 4; rank++)
            {
                object?[] sizes = [.. Enumerable.Repeat<object?>(2L, rank - 1), (long)N / (1 << (rank - 1))];
                Moments(kind, [.. sizes, ScalarType.Float64], normal ? 0 : 0.5, normal ? 1 : 1.0 / 12, normal ? 3 : 1.0 / 80);
            }
        }

        Moments("randint.generator", [6L, new long[] { N }, ScalarType.Float64], 2.5, 35.0 / 12, 14.729, x => x is >= 0 and < 6 && x == Math.Floor(x));
        Moments("randint.low_generator", [2L, 8L, new long[] { N }, ScalarType.Float64], 4.5, 35.0 / 12, 14.729, x => x is >= 2 and < 8 && x == Math.Floor(x));
        list.Add("cauchy_", _ => [new([many, 1.0, 2.0], many)
        {
            Gradient = false,
            Random = true,
            Check = r => [(Nd.Number(0.5), Nd.Number(Near(r[0].Data.Count(x => x < 1) / (double)N, 0.5, 0.25))), (Nd.Number(0.75), Nd.Number(Near(r[0].Data.Count(x => x < 3) / (double)N, 0.75, 0.1875)))],
        }]);
        list.Add("normal.float_float", _ => [Sampled([many], 1.5, 4, 48, null, ScalarType.Float64) with { Call = _ => normal(1.5, 2.0, [N], ScalarType.Float64) }]);
        list.Add("multinomial", _ => [new([Nd.Of(1, 3, 6).Fixed(), (long)N, true], many)
        {
            Gradient = false,
            Random = true,
            Check = r => Enumerable.Range(0, 3).Select(k =>
            {
                var p = new[] { 0.1, 0.3, 0.6 }[k];
                return (Nd.Number(p), Nd.Number(Near(r[0].Data.Count(x => x == k) / (double)N, p, p * (1 - p))));
            }),
        }]);
        list.Add("randperm.generator", _ => [new([50L], many) { Gradient = false, Random = true, Check = r =>
        {
            Assert.NotEqual(r[0].Data.Order(), r[0].Data);
            return [(Nd.Integers([.. Enumerable.Range(0, 50).Select(i => (double)i)]), new Nd([50], [.. r[0].Data.Order()], r[0].Type))];
        } }]);
        list.Add("_sample_dirichlet", _ => [new([Nd.From([N, 2], i => i[1] == 0 ? 2 : 3).Fixed()], many)
        {
            Gradient = false,
            Random = true,
            Check = r => [(r[0].Along(1, _ => [1]), r[0].Along(1, x => [x.Sum()])), (Nd.Number(0.4), Nd.Number(Near(r[0].Data.Where((_, i) => i % 2 == 0).Average(), 0.4, 0.04)))],
        }]);
        Moments("random_.from", [many, 2.0, 8.0], 4.5, 35.0 / 12, 14.729, x => x is >= 2 and < 8 && x == Math.Floor(x));
        list.Add("normal.Tensor_Tensor", _ => [Sampled([many.Map(_ => 1.5).Fixed(), many.Map(_ => 2).Fixed()], 1.5, 4, 48, null, ScalarType.Float64)]);
        list.Add("rand.out", _ => [Sampled([Nd.Of(), new long[] { N }], 0.5, 1.0 / 12, 1.0 / 80, x => x is >= 0 and < 1, ScalarType.Float64) with { Call = Methods.Named(typeof(Tensor), "rand_out") }]);
        list.Add("randn.out", _ => [Sampled([Nd.Of(), new long[] { N }], 0, 1, 3, null, ScalarType.Float64) with { Call = Methods.Named(typeof(Tensor), "randn_out") }]);
        list.Add("randint.out", _ => [Sampled([Nd.Of(), 6L, new long[] { N }], 2.5, 35.0 / 12, 14.729, x => x is >= 0 and < 6 && x == Math.Floor(x), ScalarType.Float64) with { Call = Methods.Named(typeof(Tensor), "randint_out") }]);
        list.Add("randperm.generator_out", _ => [new([50L, Nd.Integers()], many) { Gradient = false, Random = true, Call = Methods.Named(typeof(torch), "randperm"), Check = r => [(Nd.Integers([.. Enumerable.Range(0, 50).Select(i => (double)i)]), new Nd([50], [.. r[0].Data.Order()], r[0].Type))] }]);
        return list;
    }

    private static double LogNormalVariance(double s) => (Math.Exp(s * s) - 1) * Math.Exp(s * s);

    /// <summary>The expected value where the observed one is as near as six standard errors, else the observed one.</summary>
    private static double Near(double observed, double expected, double variance) =>
        Math.Abs(observed - expected) <= 6 * Math.Sqrt(variance / N) ? expected : observed;

    private static Sample Sampled(object?[] arguments, double mean, double variance, double fourth, Predicate<double>? inside, ScalarType type) =>
        new(arguments, Nd.Number(0))
        {
            Gradient = false,
            Random = true,
            Check = r =>
            {
                Assert.Equal(type, r[0].Type);
                Assert.Equal(N, r[0].Data.Length);
                Assert.All(r[0].Data, x => Assert.True(inside?.Invoke(x) ?? double.IsFinite(x), $"{x} is outside."));
                var spread = r[0].Data.Average(x => (x - mean) * (x - mean));
                return [(Nd.Number(mean), Nd.Number(Near(r[0].Data.Average(), mean, variance))), (Nd.Number(variance), Nd.Number(Near(spread, variance, fourth - variance * variance)))];
            },
        };
}
