using Lectern.Evidence;
using Lectern.Implementations.Attention;
using Transformer = Lectern.Implementations.Attention.Transformer;

namespace Lectern.Implementations.Tests.Attention;

/// <summary>Sequences of digits to be written again in another order. Token 0 is padding, 1 starts a sequence, 2 ends it, 3… are the digits.</summary>
internal sealed record SequenceTask(string Name, Func<long[], long[]> Solve)
{
    public const long Start = 1;
    public const long End = 2;
    public const int Vocabulary = 13;
    public const int Length = 6;

    public static SequenceTask Reverse { get; } = new("reverse", digits => [.. digits.Reverse()]);

    public static SequenceTask Sort { get; } = new("sort", digits => [.. digits.Order()]);

    private const int Pause = 25;

    private static readonly Dictionary<(string, AttentionConfig, int, long), Learning> s_learned = [];

    /// <summary>What came of training: the same experiment is done once for all claims that ask for it.</summary>
    public Learning Learn(AttentionConfig config, int steps, long seed)
    {
        var key = (Name, config, steps, seed);
        if (!s_learned.TryGetValue(key, out var learned)) s_learned[key] = learned = Train(config, steps, seed);
        return learned;
    }

    private Learning Train(AttentionConfig config, int steps, long seed)
    {
        using var scope = NewDisposeScope();
        _ = manual_seed(seed);
        var random = new Random((int)seed);
        var (questions, answers) = Batch(new Random((int)seed + 1000), 256);
        using var model = new Transformer(config).to(Experiment.Device);
        var optimizer = torch.optim.Adam(model.parameters(), lr: 1, beta1: 0.9, beta2: 0.98, eps: 1e-9);
        List<FigurePoint> curve = [];
        for (var step = 1; step <= steps; step++)
        {
            using var inner = NewDisposeScope();
            foreach (var group in optimizer.ParamGroups) group.LearningRate = 0.5 * Training.Rate(step, config.d_model, warmup_steps: steps / 5);
            var (source, target) = Batch(random, 64);
            model.train();
            optimizer.zero_grad();
            Loss(model, source, target).backward();
            optimizer.step();
            if (step % Pause != 0) continue;
            model.eval();
            using var no_gradients = no_grad();
            curve.Add(new FigurePoint(step, Loss(model, questions, answers).item<float>()));
        }

        model.eval();
        var written = Decoding.Greedy(model, questions, Start, End, Length + 1);
        return new Learning(100 * written.eq(answers[TensorIndex.Colon, TensorIndex.Slice(1)]).all(1).to(float64).mean().item<double>(), curve);
    }

    private static Tensor Loss(Transformer model, Tensor source, Tensor target) =>
        Training.SmoothedLoss(model.forward(source, target[TensorIndex.Colon, TensorIndex.Slice(stop: -1)]), target[TensorIndex.Colon, TensorIndex.Slice(1)]);

    private (Tensor Source, Tensor Target) Batch(Random random, int count)
    {
        var (sources, targets) = (new List<long>(), new List<long>());
        for (var i = 0; i < count; i++)
        {
            long[] digits = [.. Enumerable.Range(0, Length).Select(_ => (long)random.Next(3, Vocabulary))];
            sources.AddRange(digits);
            targets.AddRange([Start, .. Solve(digits), End]);
        }

        return (
            tensor(sources.ToArray(), device: Experiment.Device).reshape(count, Length),
            tensor(targets.ToArray(), device: Experiment.Device).reshape(count, Length + 2));
    }
}

/// <summary>Of 256 sequences kept from training: the share written without one mistake at the end, in per cent, and the loss on the way.</summary>
internal sealed record Learning(double ExactMatch, IReadOnlyList<FigurePoint> Curve)
{
    /// <summary>The mean of the curve: small when the loss falls early.</summary>
    public double MeanLoss => Curve.Average(point => point.Y);
}
