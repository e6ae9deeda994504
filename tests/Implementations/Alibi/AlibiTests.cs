using System.Diagnostics;
using Lectern.Evidence;
using Lectern.Implementations.Alibi;
using static TorchSharp.torch.nn;

namespace Lectern.Implementations.Tests.Alibi;

public sealed class AlibiTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public AlibiTests() => _ = manual_seed(Experiment.Seed);

    public void Dispose() => _scope.Dispose();

    [Claim("Eight heads have the slopes 1/2, 1/4, …, 1/256.", Paper = "§3: 1/2¹, 1/2², …, 1/2⁸")]
    public void C1_EightHeadsHaveThePublishedSlopes() =>
        Claim.Measured(
            Equations.Slopes(8).Select((m, i) => Math.Abs(m - 1.0 / (1 << (i + 1)))).Max(),
            Bound.Exactly(0));

    [Claim("Sixteen heads interpolate geometrically between those of eight, from 1/√2.", Paper = "§3: 1/2^0.5, 1/2¹, 1/2^1.5, …, 1/2⁸")]
    public void C2_SixteenHeadsInterpolateGeometrically()
    {
        var (eight, sixteen) = (Equations.Slopes(8), Equations.Slopes(16));
        Assert.Equal(Math.Sqrt(0.5), sixteen[0], 1e-15);
        Assert.Equal(eight, sixteen.Where((_, h) => h % 2 == 1).ToArray());
        Claim.Measured(Enumerable.Range(1, 15).Max(h => Math.Abs(sixteen[h] / sixteen[h - 1] - Math.Sqrt(0.5))), Bound.AtMost(1e-15));
    }

    [Claim("Twelve heads take the slopes of eight and then every second slope of sixteen.", Paper = "the authors' code; the text gives powers of two only")]
    public void C3_TwelveHeadsFollowTheAuthorsRule()
    {
        double[] expected = [.. Enumerable.Range(1, 8).Select(h => Math.Pow(2, -h)), .. new[] { 0.5, 1.5, 2.5, 3.5 }.Select(e => Math.Pow(2, -e))];
        var slopes = Equations.Slopes(12);
        Assert.Equal(12, slopes.Distinct().Count());
        Claim.Measured(slopes.Zip(expected).Max(pair => Math.Abs(pair.First - pair.Second)), Bound.AtMost(1e-15));
    }

    [Claim("Adding a constant to a row changes nothing: −m (i − j) and m j give the same weights.", Paper = "§3: the softmax is invariant to translation")]
    public void C4_AddingAConstantToARowChangesNothing()
    {
        var (H, T) = (4, 12);
        var scores = randn(H, T, T, float64, Experiment.Device);
        var m = tensor(Equations.Slopes(H), device: Experiment.Device).reshape(H, 1, 1);
        var ramp = m * arange(T, dtype: float64, device: Experiment.Device);
        var mask = Positions.CausalMask(T, Experiment.Device);
        var distance = (scores + Equations.Bias(H, T, Experiment.Device)).softmax(-1);
        Assert.True(Difference.Worst(distance, (scores + mask).softmax(-1)) > 0.01, "the bias must matter");
        Claim.Measured(Difference.Worst(distance, (scores + ramp + mask).softmax(-1)), Bound.AtMost(1e-12));
    }

    [Claim("With equal scores, the weight of a key falls by e^−m with each step away, in either direction.", Paper = "§3: the penalty grows at a rate that depends on the head")]
    public void C5_WeightsFallByTheFactorOfTheSlope()
    {
        var worst = 0.0;
        foreach (var causal in new[] { true, false })
        {
            var weights = Difference.Numbers(Equations.Bias(8, 6, Experiment.Device, causal).to(float64).softmax(-1));
            for (var h = 0; h < 8; h++)
                for (var i = 1; i < 6; i++)
                    for (var j = 0; j < i; j++)
                        worst = Math.Max(worst, Math.Abs(weights[(h * 6 + i) * 6 + j] / weights[(h * 6 + i) * 6 + j + 1] - Math.Exp(-Math.Pow(2, -h - 1))));
            if (!causal) Assert.Equal(weights[1] / weights[0], weights[6 * 6 - 2] / weights[6 * 6 - 1], 1e-6);
        }

        // Biases are held in single precision.
        Claim.Measured(worst, Bound.AtMost(1e-6));
    }

    [Claim("No parameter is added: the model has as many weights as one without any knowledge of position.", Paper = "§3: m is a head-specific slope fixed before training")]
    public void C6_NoParameterIsAdded()
    {
        using var alibi = new LanguageModel(Extrapolation.Config(Position.Alibi));
        using var sinusoidal = new LanguageModel(Extrapolation.Config(Position.Sinusoidal));
        using var t5 = new LanguageModel(Extrapolation.Config(Position.T5Bias));
        Assert.Equal(32 * 4, Count(t5) - Count(sinusoidal));
        Claim.Measured(Count(alibi) - Count(sinusoidal), Bound.Exactly(0), unit: "weights");
    }

    [Claim("Rotary scores depend on the distance of query and key only, and rotation keeps lengths.", Paper = "Su 2021, equation (16)")]
    public void C7_RotaryScoresDependOnDistanceOnly()
    {
        var (q, k) = (randn(1, 1, 1, 8, float64), randn(1, 1, 1, 8, float64));
        var (turned_q, turned_k) = (Positions.Rotate(q.expand(1, 1, 20, 8)), Positions.Rotate(k.expand(1, 1, 20, 8)));
        Assert.True(Difference.Worst(q.norm().expand(20), turned_q.square().sum(-1).sqrt().flatten()) < 1e-6, "rotation keeps lengths");
        var scores = Difference.Numbers(turned_q.matmul(turned_k.transpose(-2, -1)));
        var worst = 0.0;
        for (var i = 1; i < 20; i++)
            for (var j = 1; j < 20; j++)
                worst = Math.Max(worst, Math.Abs(scores[i * 20 + j] - scores[(i - 1) * 20 + j - 1]));
        // Angles are held in single precision.
        Claim.Measured(worst, Bound.AtMost(1e-5));
    }

    [Claim("Distances share T5's 32 buckets as its table says: 16 of their own, the rest logarithmic up to 128.", Paper = "Raffel 2019, §2.1")]
    public void C8_DistancesShareBucketsAsInT5()
    {
        Assert.Equal([0L, 1, 15, 16], new long[] { 0, 1, 15, 16 }.Select(d => Positions.Bucket(d)));
        Assert.Equal([31L, 31, 31], new long[] { 127, 128, 5000 }.Select(d => Positions.Bucket(d)));
        Assert.True(Enumerable.Range(1, 200).All(d => Positions.Bucket(d) >= Positions.Bucket(d - 1)), "buckets never fall");
        Claim.Measured(Enumerable.Range(0, 128).Select(d => Positions.Bucket(d)).Distinct().Count(), Bound.Exactly(32), unit: "buckets");
    }

    [Claim("Trained at 32 letters and tested at 256, ALiBi's loss does not rise by more than 2 per cent.", Paper = "Figure 1: perplexity falls beyond the trained length")]
    public void C9_AlibiKeepsItsLossAtEightTimesTheLength()
    {
        var (worst, spread) = Ratio(Position.Alibi);
        Claim.Figure(
            "fig-extrapolation",
            "Loss per letter on texts longer than those of training (32)",
            "length of the text",
            "nats per letter",
            [.. Enum.GetValues<Position>().Select(method => Series(method))]);
        Claim.Measured(worst, Bound.AtMost(1.02), spread);
    }

    [Claim("Sinusoidal encodings do not: at 256 letters their loss has risen.", Paper = "Figure 1: perplexity explodes beyond L + 50")]
    public void C10_SinusoidalEncodingsLoseWhatTheyLearned()
    {
        var (worst, spread) = Ratio(Position.Sinusoidal, worst: false);
        Claim.Measured(worst, Bound.AtLeast(1.05), spread);
    }

    [Claim("At the trained length a short training brings ALiBi within a tenth of the loss of sinusoidal encodings.", Paper = "Table 2, L = 512: 19.73 against 20.05, slightly better")]
    public void C11_AtTheTrainedLengthAlibiIsWithinATenth()
    {
        var ratios = Seeds().Select(seed => Extrapolation.Curve(Position.Alibi, seed)[0] / Extrapolation.Curve(Position.Sinusoidal, seed)[0]).ToArray();
        Claim.Measured(ratios.Average(), Bound.AtMost(1.1), HalfRange(ratios));
    }

    [Claim("The bias costs next to no time: a forward pass takes as long as one with sinusoidal encodings.", Paper = "Figure 2: within 1 per cent in training")]
    public void C12_TheBiasCostsNextToNothing()
    {
        var tokens = randint(0, EchoText.Vocabulary, [8, 256], device: Experiment.Device);
        using var no_gradients = no_grad();
        var models = new[] { Position.Alibi, Position.Sinusoidal }.Select(method => new LanguageModel(Extrapolation.Config(method)).to(Experiment.Device)).ToArray();
        double[] best = [double.MaxValue, double.MaxValue];
        for (var round = 0; round < 8 || (round < 80 && best[0] > 1.2 * best[1]); round++)
        {
            for (var i = 0; i < 2; i++)
            {
                var clock = Stopwatch.StartNew();
                models[i].forward(tokens).Dispose();
                if (Experiment.Device.type == DeviceType.CUDA) cuda.synchronize();
                best[i] = Math.Min(best[i], clock.Elapsed.TotalSeconds);
            }
        }

        // The best of eight rounds, and of up to eighty where the machine does other things too.
        Claim.Measured(best[0] / best[1], Bound.AtMost(1.25));
    }

    [Fact]
    public void AFarBucketBeginsWhereTheDistanceHasGrownByTheSixteenthRootOfEight()
    {
        for (var k = 1; k < 16; k++)
        {
            var first = (long)Math.Ceiling(16 * Math.Pow(8, k / 16.0));
            Assert.Equal(16 + k, Positions.Bucket(first));
            Assert.Equal(15 + k, Positions.Bucket(first - 1));
        }
    }

    [Theory]
    [InlineData(Position.Alibi)]
    [InlineData(Position.Sinusoidal)]
    [InlineData(Position.Rotary)]
    [InlineData(Position.T5Bias)]
    public void TheModelEqualsItsEquationsAroundTheLibrarysFusedKernel(Position method)
    {
        const int T = 9, H = 2, C = 8;
        using var model = new LanguageModel(new AlibiConfig { Vocabulary = 7, d_model = C, d_ff = 12, Heads = H, Layers = 2, Position = method }).to(float64);
        using var no_gradients = no_grad();
        // Norms that do something, so that one that is left out is noticed.
        foreach (var parameter in model.parameters()) _ = parameter.add_(randn_like(parameter) * 0.3);
        var w = model.state_dict();
        var tokens = randint(0, 7, [3, T]);
        var bias = zeros(H, T, T, float64);
        var wave = new double[T * C];
        for (var i = 0; i < T; i++)
        {
            for (var j = 0; j < T; j++)
                for (var h = 0; h < H; h++)
                    bias[h, i, j] = j > i ? tensor(double.NegativeInfinity) : method switch
                    {
                        // Two heads have the slopes 2^−4 and 2^−8.
                        Position.Alibi => tensor(-(i - j) / (h == 0 ? 16.0 : 256.0)),
                        Position.T5Bias => w["relative.table.weight"][i - j, h],
                        _ => tensor(0.0),
                    };
            for (var c = 0; c < C; c++)
            {
                var angle = i / Math.Pow(10_000, c / 2 * 2.0 / C);
                wave[i * C + c] = c % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle);
            }
        }

        Tensor Norm(Tensor x, string name) => functional.layer_norm(x, [C], w[name + ".weight"], w[name + ".bias"]);
        Tensor Line(Tensor x, string name) => functional.linear(x, w[name + ".weight"], w[name + ".bias"]);
        var x = w["embedding.weight"][TensorIndex.Tensor(tokens)] * Math.Sqrt(C);
        if (method == Position.Sinusoidal) x = x + tensor(wave).reshape(T, C);
        for (var layer = 0; layer < 2; layer++)
        {
            var at = $"layers.{layer}.";
            var normed = Norm(x, at + "before_attention");
            Tensor Head(string name, int h) => Line(normed, at + "attention." + name)[TensorIndex.Ellipsis, TensorIndex.Slice(h * C / H, (h + 1) * C / H)];
            Tensor Turned(Tensor y) => method == Position.Rotary ? TurnedByLoops(y) : y;
            var heads = Enumerable.Range(0, H).Select(h =>
                functional.scaled_dot_product_attention(Turned(Head("W_q", h)), Turned(Head("W_k", h)), Head("W_v", h), attn_mask: bias[h])).ToArray();
            x = x + Line(cat(heads, -1), at + "attention.W_o");
            x = x + Line(Line(Norm(x, at + "before_ffn"), at + "ffn.W_1").clamp_min(0), at + "ffn.W_2");
        }

        // Positions are held in single precision.
        Assert.True(Difference.Worst(functional.linear(Norm(x, "norm"), w["embedding.weight"]), model.call(tokens)) < 1e-5);
    }

    /// <summary>Each pair (x_2i, x_2i+1) of token t as a complex number, times e^(i t 10000^(−2i/D)).</summary>
    private static Tensor TurnedByLoops(Tensor x)
    {
        var (B, T, D) = ((int)x.size(0), (int)x.size(1), (int)x.size(2));
        var numbers = Difference.Numbers(x);
        for (var pair = 0; pair < numbers.Length / 2; pair++)
        {
            var (t, i) = (2 * pair / D % T, pair % (D / 2));
            var turned = new System.Numerics.Complex(numbers[2 * pair], numbers[2 * pair + 1])
                * System.Numerics.Complex.FromPolarCoordinates(1, t / Math.Pow(10_000, 2.0 * i / D));
            (numbers[2 * pair], numbers[2 * pair + 1]) = (turned.Real, turned.Imaginary);
        }

        return tensor(numbers).reshape(B, T, D);
    }

    private static IEnumerable<long> Seeds() => Enumerable.Range(0, Experiment.Full ? 3 : 1).Select(i => Experiment.Seed + i);

    /// <summary>The loss at the longest text over that at the trained length: the worst seed, or the best.</summary>
    private static (double Ratio, double Spread) Ratio(Position method, bool worst = true)
    {
        var ratios = Seeds().Select(seed => Extrapolation.Curve(method, seed)).Select(curve => curve[^1] / curve[0]).ToArray();
        return (worst ? ratios.Max() : ratios.Min(), HalfRange(ratios));
    }

    private static FigureSeries Series(Position method)
    {
        var curves = Seeds().Select(seed => Extrapolation.Curve(method, seed)).ToArray();
        return new FigureSeries(
            method switch { Position.Alibi => "ALiBi", Position.Sinusoidal => "sinusoidal", Position.Rotary => "rotary", _ => "T5 bias" },
            [.. Extrapolation.Lengths.Select((length, i) => new FigurePoint(length, curves.Average(c => c[i]), HalfRange([.. curves.Select(c => c[i])])))]);
    }

    private static double HalfRange(double[] values) => (values.Max() - values.Min()) / 2;

    private static long Count(LanguageModel model) => model.parameters().Sum(parameter => parameter.numel());
}
