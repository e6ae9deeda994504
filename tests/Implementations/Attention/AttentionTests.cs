using Lectern.Evidence;
using Lectern.Implementations.Attention;
using static TorchSharp.torch.nn;
using Transformer = Lectern.Implementations.Attention.Transformer;

namespace Lectern.Implementations.Tests.Attention;

public sealed class AttentionTests : IDisposable
{
    private static readonly AttentionConfig s_small = new()
    {
        Vocabulary = SequenceTask.Vocabulary, d_model = 48, d_ff = 96, Heads = 6, Layers = 2, Dropout = 0,
    };

    /// <summary>Half way for most seeds: here the models differ most.</summary>
    private const int Early = 250;

    /// <summary>Enough for the first seed; some seeds take longer to find the way.</summary>
    private static int Steps => Experiment.Full ? 600 : Early;

    /// <summary>To sort takes longer than to reverse, above all until the last mistake is gone.</summary>
    private static int StepsToSort => Experiment.Full ? 2400 : 2 * Early;

    /// <summary>The smallest that learns the tasks of sequences, and three that lack something.</summary>
    private static readonly AttentionConfig
        s_one = s_small with { Layers = 1 },
        s_blind = s_one with { Positions = false },
        s_single = s_one with { Heads = 1 },
        s_unscaled = s_single with { Scaled = false };

    private readonly DisposeScope _scope = NewDisposeScope();

    public AttentionTests() => _ = manual_seed(Experiment.Seed);

    public void Dispose() => _scope.Dispose();

    [Claim("Attention, its weights and its gradients equal a twin in loops and doubles, with and without a mask.", Paper = "equation (1)")]
    public void C1_AttentionEqualsItsTwinInLoopsForwardAndBackward()
    {
        var worst = 0.0;
        foreach (var causal in new[] { false, true })
        {
            Func<int, int, bool>? mayLook = causal ? (t, s) => s <= t : null;
            var (Q, K, V, dO) = (Random(5, 4), Random(5, 4), Random(5, 3), Random(5, 3));
            foreach (var leaf in new[] { Q, K, V }) _ = leaf.requires_grad_();
            var output = Equations.Attention(Q, K, V, causal ? Equations.CausalMask(5, Q.device) : null);
            output.backward([dO]);
            var (q, k, v, d) = (Matrix(Q), Matrix(K), Matrix(V), Matrix(dO));
            var (dQ, dK, dV) = PlainAttention.Backward(q, k, v, d, mayLook);
            worst = new[]
            {
                worst,
                Difference.Worst(PlainAttention.Forward(q, k, v, mayLook), output),
                Difference.Worst(dQ, Q.grad!),
                Difference.Worst(dK, K.grad!),
                Difference.Worst(dV, V.grad!),
            }.Max();
        }

        // Both sides are in double precision; sums of five terms round to a few 1e-16.
        Claim.Measured(worst, Bound.AtMost(1e-13));
    }

    [Claim("Attention equals the library's fused kernel, with and without the causal mask.", Paper = "equation (1)")]
    public void C2_AttentionEqualsTheLibrarysFusedKernel()
    {
        var (Q, K, V) = (randn(2, 3, 7, 8, device: Experiment.Device), randn(2, 3, 7, 8, device: Experiment.Device), randn(2, 3, 7, 8, device: Experiment.Device));
        var free = Difference.Worst(functional.scaled_dot_product_attention(Q, K, V), Equations.Attention(Q, K, V));
        var causal = Difference.Worst(
            functional.scaled_dot_product_attention(Q, K, V, is_casual: true),
            Equations.Attention(Q, K, V, Equations.CausalMask(7, Q.device)));
        // Single precision, sums of eight products of standard normals: a few times 6e-8.
        Claim.Measured(Math.Max(free, causal), Bound.AtMost(2e-6));
    }

    [Claim("For a fixed k there is one matrix of rotations that takes PE(t) to PE(t + k) for every t.", Paper = "§3.5: a linear function of PE(pos)")]
    public void C3_AShiftOfPositionIsOneRotation()
    {
        const int d_model = 32, k = 7;
        var positions = Equations.Positions(200, d_model).to(float64);
        var shifted = zeros_like(positions[TensorIndex.Slice(0, 193)]);
        for (var i = 0; i < d_model / 2; i++)
        {
            var angle = k / Math.Pow(10_000, 2.0 * i / d_model);
            var (sin, cos) = (positions[TensorIndex.Slice(0, 193), 2 * i], positions[TensorIndex.Slice(0, 193), 2 * i + 1]);
            shifted[TensorIndex.Colon, 2 * i] = sin * Math.Cos(angle) + cos * Math.Sin(angle);
            shifted[TensorIndex.Colon, 2 * i + 1] = cos * Math.Cos(angle) - sin * Math.Sin(angle);
        }

        // The encodings are given in single precision.
        Claim.Measured(Difference.Worst(positions[TensorIndex.Slice(k, 200)], shifted), Bound.AtMost(5e-7));
    }

    [Claim("With the mask of the decoder, the derivative of an output by any later token is exactly zero.", Paper = "§3.2.3")]
    public void C4_NoGradientComesFromLaterPositions()
    {
        const int T = 6;
        var layer = new DecoderLayer(s_small with { Layers = 1 }).to(Experiment.Device);
        var memory = randn(1, 4, 48, device: Experiment.Device);
        var x = randn(1, T, 48, device: Experiment.Device, requires_grad: true);
        var y = layer.forward(x, memory, Equations.CausalMask(T, x.device), null);
        // The norm makes the plain sum of an output constant; a random direction is not.
        var direction = randn(48, device: Experiment.Device);
        var (later, earlier) = (0.0, double.PositiveInfinity);
        for (var t = 0; t < T; t++)
        {
            var of_t = autograd.grad([(y[0, t] * direction).sum()], [x], retain_graph: true)[0].abs().sum(-1)[0];
            var sums = Difference.Numbers(of_t);
            later = Math.Max(later, sums[(t + 1)..].Append(0).Max());
            earlier = Math.Min(earlier, sums[..(t + 1)].Min());
        }

        Assert.True(earlier > 1e-6, "earlier positions must have a gradient for the test to mean anything");
        Claim.Measured(later, Bound.Exactly(0));
    }

    [Claim("Without positions, permuting the tokens permutes the output of the encoder and changes nothing else.", Paper = "§3.5: the model has no recurrence and no convolution")]
    public void C5_WithoutPositionsTheEncoderIsPermutationEquivariant()
    {
        var model = Model(s_small with { Positions = false });
        var tokens = randint(3, 13, [1, 9], device: Experiment.Device);
        var order = randperm(9, device: Experiment.Device);
        var plain = model.Encode(tokens).index_select(1, order);
        var permuted = model.Encode(tokens.index_select(1, order));
        var with_positions = Model(s_small);
        Assert.True(
            Difference.Worst(with_positions.Encode(tokens).index_select(1, order), with_positions.Encode(tokens.index_select(1, order))) > 0.01,
            "with positions the order must matter");
        Claim.Measured(Difference.Worst(plain, permuted), Bound.AtMost(1e-5));
    }

    [Claim("For independent components of unit variance, q · k has variance d_k, and 1 after the division by √d_k.", Paper = "footnote 4: variance d_k")]
    public void C6_TheDivisorBringsTheVarianceOfScoresToOne()
    {
        var worst = 0.0;
        List<FigurePoint> unscaled = [], scaled = [];
        foreach (var d_k in new[] { 16, 64, 256 })
        {
            var (q, k) = (randn(20_000, d_k, device: Experiment.Device), randn(20_000, d_k, device: Experiment.Device));
            var dot = (q * k).sum(-1);
            var (before, after) = (dot.var().item<float>(), (dot / Math.Sqrt(d_k)).var().item<float>());
            unscaled.Add(new(d_k, before));
            scaled.Add(new(d_k, after));
            worst = new[] { worst, Math.Abs(before / d_k - 1), Math.Abs(after - 1) }.Max();
        }

        Claim.Figure("fig-variance", "Variance of q · k", "d_k", "variance", new FigureSeries("unscaled", unscaled), new FigureSeries("divided by √d_k", scaled));
        // The sample variance of 20,000 draws has a standard error of about √(2/20000) = 1 %; six of them.
        Claim.Measured(worst, Bound.AtMost(0.06));
    }

    [Claim("Decoding with kept keys and values gives the logits of decoding everything anew.", Paper = "§3.1: the decoder is auto-regressive")]
    public void C7_CachedDecodingEqualsFullDecoding()
    {
        var model = Model(s_small);
        var source = randint(3, 13, [3, 8], device: Experiment.Device);
        var target = randint(3, 13, [3, 10], device: Experiment.Device);
        var memory = model.Encode(source);
        var full = model.Decode(target, memory);
        using var cache = new DecoderCache(2);
        var worst = 0.0;
        for (var t = 0; t < 10; t++)
        {
            var step = model.Decode(target[TensorIndex.Colon, TensorIndex.Slice(t, t + 1)], memory, cache: cache);
            worst = Math.Max(worst, Difference.Worst(full[TensorIndex.Colon, TensorIndex.Slice(t, t + 1)], step));
        }

        Claim.Measured(worst, Bound.AtMost(1e-5));
    }

    [Claim("The base model with a vocabulary of 37,000 has 63.08 million weights.", Paper = "Table 3: 65 × 10⁶")]
    public void C8_TheBaseModelHas63MillionWeights() =>
        Claim.Measured(Parameters(AttentionConfig.Base), Bound.Exactly(63_082_496), unit: "weights");

    [Claim("The big model with a vocabulary of 37,000 has 214.2 million weights.", Paper = "Table 3: 213 × 10⁶")]
    public void C9_TheBigModelHas214MillionWeights() =>
        Claim.Measured(Parameters(AttentionConfig.Big), Bound.Exactly(214_245_376), unit: "weights");

    [Claim("The learning rate of the base model peaks at step 4000 with 6.988e-4 and is continuous there.", Paper = "equation (3), warmup_steps = 4000")]
    public void C10_TheRatePeaksAtTheEndOfTheWarmUp()
    {
        var peak = Training.Rate(4000, 512);
        Assert.True(Training.Rate(3999, 512) < peak && Training.Rate(4001, 512) < peak, "the peak is at step 4000");
        Assert.Equal(peak / 2, Training.Rate(16_000, 512), 1e-12);
        var steps = Enumerable.Range(1, 40).Select(i => i * 500L).ToArray();
        Claim.Figure("fig-rate", "Learning rate of the base model", "step", "rate", new FigureSeries("d_model = 512", [.. steps.Select(s => new FigurePoint(s, Training.Rate(s, 512)))]));
        Claim.Measured(peak, Bound.Within(6.988e-4, 5e-8));
    }

    [Claim("A padded batch gives each sentence the output it has alone.", Paper = "§3.2.3: masked connections have no weight")]
    public void C11_PaddingChangesNothing()
    {
        var model = Model(s_small);
        var shorter = randint(3, 13, [1, 5], device: Experiment.Device);
        var padded = cat([shorter, zeros(1, 3, int64, Experiment.Device)], 1);
        var alone = model.forward(shorter, shorter);
        var batched = model.forward(padded, shorter, Equations.PaddingMask(padded, 0));
        Assert.True(Difference.Worst(alone, model.forward(padded, shorter)) > 1e-3, "without the mask padding must matter");
        Claim.Measured(Difference.Worst(alone, batched), Bound.AtMost(1e-5));
    }

    [Claim("The smoothed loss is smallest where the model is as uncertain as the targets, and there it is their entropy.", Paper = "§5.4: ε = 0.1")]
    public void C12_TheSmoothedLossIsSmallestAtTheSmoothedTargets()
    {
        const int V = 5;
        const double epsilon = 0.1;
        var q = Enumerable.Range(0, V).Select(k => (k == 2 ? 1 - epsilon : 0) + epsilon / V).ToArray();
        var logits = tensor(q, device: Experiment.Device).log().reshape(1, 1, V).requires_grad_();
        var loss = Training.SmoothedLoss(logits, tensor(new long[] { 2 }, device: Experiment.Device).reshape(1, 1), epsilon);
        loss.backward();
        Assert.True(Difference.Numbers(logits.grad!).Max(Math.Abs) < 1e-12, "the gradient vanishes at the smoothed targets");
        Claim.Measured(Math.Abs(loss.item<double>() + q.Sum(p => p * Math.Log(p))), Bound.AtMost(1e-12));
    }

    [Claim("A model of one layer learns to write sequences backwards without a mistake.", Paper = "none: a check that everything works together")]
    public void C13_LearnsToReverse()
    {
        Claim.Figure(
            "fig-ablations", "Loss on kept sequences while learning to write backwards", "step", "loss",
            [.. new[] { ("6 heads", s_one), ("no positions", s_blind), ("1 head", s_single), ("1 head, unscaled", s_unscaled) }
                .Select(it => new FigureSeries(it.Item1, SequenceTask.Reverse.Learn(it.Item2, Early, Experiment.Seed).Curve))]);
        Claim.Measured(Seeds().Min(seed => SequenceTask.Reverse.Learn(s_one, Steps, seed).ExactMatch), Bound.Exactly(100), unit: "% exact");
    }

    [Claim("A model of two layers learns to sort sequences without a mistake.", Paper = "none: a check that everything works together")]
    public void C14_LearnsToSort() =>
        Claim.Measured(Seeds().Min(seed => SequenceTask.Sort.Learn(s_small, StepsToSort, seed).ExactMatch), Bound.Exactly(100), unit: "% exact");

    [Claim("Without positions it cannot write backwards: order is all that the task is about.", Paper = "§3.5: the model must be told the order of the sequence")]
    public void C15_WithoutPositionsItCannotReverse() =>
        Claim.Measured(Seeds().Max(seed => SequenceTask.Reverse.Learn(s_blind, Steps, seed).ExactMatch), Bound.AtMost(5), unit: "% exact");

    [Claim("One head of the full width learns more slowly than six: its mean loss during training is higher.", Paper = "Table 3 (A): perplexity 5.29 with one head, 4.92 with eight")]
    public void C16_OneHeadIsWorseThanSix() => Compared(s_single, s_one, Bound.AtLeast(1.02));

    [Claim("At d_k = 512 unscaled scores leave a weight hardly any slope: a fifth of the scaled one at most.", Paper = "§3.2.1: regions of extremely small gradients")]
    public void C17_UnscaledScoresOfLongVectorsSaturateTheSoftmax()
    {
        const int S = 64;
        // With the identity for values the output is the weights p, and p (1 − p) the slope of each by its own score.
        static double Slope(long d_k, bool scaled)
        {
            var p = Equations.Attention(randn(256, d_k), randn(S, d_k), eye(S), scaled: scaled);
            return (p * (1 - p)).mean().item<float>();
        }

        long[] widths = [4, 16, 64, 128, 256, 512];
        FigureSeries Line(bool scaled) => new(scaled ? "scaled" : "unscaled", [.. widths.Select(d => new FigurePoint(d, Slope(d, scaled)))]);
        var (with, without) = (Line(true), Line(false));
        Claim.Figure("fig-slope", "Mean slope of a weight by its own score, 64 keys", "d_k", "p (1 − p)", with, without);
        Claim.Measured(without.Points[^1].Y / with.Points[^1].Y, Bound.AtMost(0.2));
    }

    [Claim("At d_k = 48 the model learns as fast without the scale: the harm is one of long vectors.", Paper = "§3.2.1: for small values of d_k the two mechanisms perform similarly")]
    public void C18_ShortVectorsDoNotNeedTheScale() => Compared(s_unscaled, s_single, Bound.AtMost(1.1));

    private static IEnumerable<long> Seeds() => Enumerable.Range(0, Experiment.Full ? 5 : 1).Select(i => Experiment.Seed + i);

    private static void Compared(AttentionConfig changed, AttentionConfig from, Bound bound)
    {
        var ratios = Seeds().Select(seed => SequenceTask.Reverse.Learn(changed, Early, seed).MeanLoss / SequenceTask.Reverse.Learn(from, Early, seed).MeanLoss).ToArray();
        Claim.Measured(ratios.Average(), bound, Experiment.Full ? (ratios.Max() - ratios.Min()) / 2 : null);
    }

    [Theory]
    [InlineData(NormPlace.Post, true)]
    [InlineData(NormPlace.Pre, true)]
    [InlineData(NormPlace.Post, false)]
    public void TheModelEqualsItsEquationsAroundTheLibrarysFusedKernel(NormPlace place, bool scaled)
    {
        const int C = 8, H = 2, layers = 2;
        var config = new AttentionConfig { Vocabulary = 7, d_model = C, d_ff = 12, Heads = H, Layers = layers, Dropout = 0, Norm = place, Scaled = scaled };
        using var model = new Transformer(config).to(float64);
        using var no_gradients = no_grad();
        // Norms that do something, so that one that is left out is noticed.
        foreach (var parameter in model.parameters()) _ = parameter.add_(randn_like(parameter) * 0.3);
        var w = model.state_dict();
        var (source, target) = (randint(1, 7, [3, 6]), randint(0, 7, [3, 5]));
        source[0, TensorIndex.Slice(4)] = 0;
        Tensor Line(Tensor x, string name) => functional.linear(x, w[name + ".weight"], w[name + ".bias"]);
        Tensor Normed(Tensor x, string name) => functional.layer_norm(x, [C], w[name + ".weight"], w[name + ".bias"]);
        Tensor Around(Tensor x, string name, Func<Tensor, Tensor> sublayer) =>
            place == NormPlace.Post ? Normed(x + sublayer(x), name + ".norm") : x + sublayer(Normed(x, name + ".norm"));
        Tensor Ffn(Tensor x, string name) => Line(Line(x, name + ".W_1").clamp_min(0), name + ".W_2");
        Tensor Attend(Tensor x, Tensor memory, string name, Tensor mask)
        {
            Tensor Slice(Tensor y, string letter, int h) => Line(y, $"{name}.W_{letter}")[TensorIndex.Ellipsis, TensorIndex.Slice(h * C / H, (h + 1) * C / H)];
            // Unscaled: queries longer by the root that the kernel divides by.
            var longer = scaled ? 1 : Math.Sqrt(C / H);
            return Line(
                cat([.. Enumerable.Range(0, H).Select(h => functional.scaled_dot_product_attention(Slice(x, "q", h) * longer, Slice(memory, "k", h), Slice(memory, "v", h), attn_mask: mask))], -1),
                name + ".W_o");
        }

        Tensor Embedded(Tensor tokens)
        {
            var wave = new double[tokens.size(1), C];
            for (var t = 0; t < tokens.size(1); t++)
                for (var c = 0; c < C; c++)
                    wave[t, c] = c % 2 == 0 ? Math.Sin(t / Math.Pow(10_000, (double)c / C)) : Math.Cos(t / Math.Pow(10_000, (c - 1.0) / C));
            return w["embedding.weight"][TensorIndex.Tensor(tokens)] * Math.Sqrt(C) + tensor(wave.Cast<double>().ToArray()).reshape(-1, C);
        }

        var hidden = zeros(3, 1, 6, float64).masked_fill(source.eq(0).unsqueeze(1), double.NegativeInfinity);
        var causal = full([5, 5], double.NegativeInfinity, float64).triu(1);
        var memory = Embedded(source);
        for (var i = 0; i < layers; i++)
        {
            memory = Around(memory, $"encoder.{i}.around_attention", y => Attend(y, y, $"encoder.{i}.attention", hidden));
            memory = Around(memory, $"encoder.{i}.around_ffn", y => Ffn(y, $"encoder.{i}.ffn"));
        }

        if (place == NormPlace.Pre) memory = Normed(memory, "encoder_norm");
        var x = Embedded(target);
        for (var i = 0; i < layers; i++)
        {
            x = Around(x, $"decoder.{i}.around_self", y => Attend(y, y, $"decoder.{i}.self_attention", causal));
            x = Around(x, $"decoder.{i}.around_cross", y => Attend(y, memory, $"decoder.{i}.cross_attention", hidden));
            x = Around(x, $"decoder.{i}.around_ffn", y => Ffn(y, $"decoder.{i}.ffn"));
        }

        if (place == NormPlace.Pre) x = Normed(x, "decoder_norm");
        // Positions are held in single precision.
        Assert.True(Difference.Worst(functional.linear(x, w["embedding.weight"]), model.forward(source, target, Equations.PaddingMask(source, 0))) < 1e-5);
    }

    [Fact]
    public void CachedDecodingOfAPaddedSourceEqualsFullDecoding()
    {
        var model = Model(s_small);
        var source = tensor(new long[] { 5, 6, 7, 0, 0 }, device: Experiment.Device).unsqueeze(0);
        var target = randint(3, 13, [1, 4], device: Experiment.Device);
        var mask = Equations.PaddingMask(source, 0);
        var memory = model.Encode(source, mask);
        var full = model.Decode(target, memory, mask);
        using var cache = new DecoderCache(2);
        for (var t = 0; t < 4; t++)
        {
            var step = model.Decode(target[TensorIndex.Colon, TensorIndex.Slice(t, t + 1)], memory, mask, cache);
            Assert.True(Difference.Worst(full[TensorIndex.Colon, TensorIndex.Slice(t, t + 1)], step) < 1e-5);
        }
    }

    [Fact]
    public void EmbeddingsStartWithTheScaleOfTheEncodings()
    {
        using var model = new Transformer(s_small with { Vocabulary = 2000, Layers = 1 });
        Assert.Equal(1, model.get_parameter("embedding.weight")!.std().item<float>() * Math.Sqrt(48), 0.02);
    }

    [Fact]
    public void TheSmoothedLossIsTheMeanOverTokensThatAreNotPadding()
    {
        var (logits, targets) = (randn(2, 3, 5, float64), tensor(new long[] { 1, 4, 0, 2, 0, 0 }).reshape(2, 3));
        var (z, y) = (Difference.Numbers(logits), new[] { 1, 4, 0, 2, 0, 0 });
        double[] losses = [.. Enumerable.Range(0, 6).Select(n =>
        {
            var row = z[(n * 5)..(n * 5 + 5)];
            var log_sum = Math.Log(row.Sum(Math.Exp));
            return -Enumerable.Range(0, 5).Sum(k => ((k == y[n] ? 0.8 : 0) + 0.04) * (row[k] - log_sum));
        })];
        Assert.Equal((losses[0] + losses[1] + losses[3]) / 3, Training.SmoothedLoss(logits, targets, 0.2, padding: 0).item<double>(), 1e-12);
        Assert.Equal(losses.Average(), Training.SmoothedLoss(logits, targets, 0.2).item<double>(), 1e-12);
    }

    [Fact]
    public void ABeamThatHoldsEverySequenceFindsTheBestOfAll()
    {
        const int V = 4, length = 3;
        const long start = 1, end = 2;
        var model = Model(s_small with { Vocabulary = V });
        using var no_gradients = no_grad();
        var source = tensor(new long[] { 3, 0, 3 }, device: Experiment.Device).unsqueeze(0);
        var memory = model.Encode(source);
        List<(long[] Tokens, double Score)> all = [];
        void Grow(long[] tokens, double sum)
        {
            var log_p = Difference.Numbers(model.Decode(tensor([start, .. tokens], device: Experiment.Device).unsqueeze(0), memory)[0, -1].to(float64).log_softmax(-1));
            for (var token = 0; token < V; token++)
            {
                if (token == end) all.Add((tokens, (sum + log_p[token]) / Math.Pow((5.0 + tokens.Length + 1) / 6, 0.6)));
                else if (tokens.Length + 1 < length) Grow([.. tokens, token], sum + log_p[token]);
            }
        }

        Grow([], 0);
        var expected = all.OrderByDescending(sequence => sequence.Score).ToList();
        var found = Decoding.Beam(model, source, start, end, beam: 64, alpha: 0.6, length: length);
        Assert.Equal(expected.Count, found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            Assert.Equal(expected[i].Tokens, found[i].Tokens);
            Assert.Equal(expected[i].Score, found[i].Score, 1e-5);
        }
    }

    [Fact]
    public void AGreedyRowHoldsOnlyItsEndAfterItsEndWithAndWithoutCache()
    {
        var model = Model(s_small with { Heads = 4 });
        // As it starts, the model repeats its last token for ever.
        using (no_grad())
            foreach (var parameter in model.parameters()) _ = parameter.add_(randn_like(parameter) * 0.5);
        var source = randint(3, 13, [4, 8], device: Experiment.Device);
        var free = Decoding.Greedy(model, source, 1, -1, 7);
        Assert.Equal(0, Difference.Worst(free, Decoding.Greedy(model, source, 1, -1, 7, cached: false)));
        var numbers = Difference.Numbers(free);
        var end = numbers[Enumerable.Range(0, 27).First(i => i % 7 < 6 && numbers[i] != numbers[i + 1])];
        var expected = new double[4, 7];
        for (var b = 0; b < 4; b++)
            for (var (t, ended) = (0, false); t < 7; t++)
            {
                expected[b, t] = ended ? end : numbers[b * 7 + t];
                ended |= expected[b, t] == end;
            }

        Assert.True(Difference.Worst(expected, free) > 0, "a row must go on after its end when nothing stops it");
        Assert.Equal(0, Difference.Worst(expected, Decoding.Greedy(model, source, 1, (long)end, 7)));
    }

    private static Transformer Model(AttentionConfig config)
    {
        var model = new Transformer(config).to(Experiment.Device);
        model.eval();
        return model;
    }

    private static Tensor Random(int rows, int columns) => randn(rows, columns, float64, Experiment.Device);

    private static double[,] Matrix(Tensor tensor)
    {
        var (numbers, columns) = (Difference.Numbers(tensor), (int)tensor.shape[1]);
        var matrix = new double[tensor.shape[0], columns];
        for (var i = 0; i < numbers.Length; i++) matrix[i / columns, i % columns] = numbers[i];
        return matrix;
    }

    private static double Parameters(AttentionConfig config)
    {
        using var model = new Transformer(config);
        return model.parameters().Sum(parameter => parameter.numel());
    }
}
