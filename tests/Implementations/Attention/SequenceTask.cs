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

    /// <summary>The share of sequences that a model trained for some steps writes without one mistake.</summary>
    public double ExactMatch(AttentionConfig config, int steps, long seed)
    {
        using var scope = NewDisposeScope();
        _ = manual_seed(seed);
        var random = new Random((int)seed);
        using var model = new Transformer(config).to(Experiment.Device);
        var optimizer = torch.optim.Adam(model.parameters(), lr: 1, beta1: 0.9, beta2: 0.98, eps: 1e-9);
        model.train();
        for (var step = 1; step <= steps; step++)
        {
            using var inner = NewDisposeScope();
            foreach (var group in optimizer.ParamGroups) group.LearningRate = 0.5 * Training.Rate(step, config.d_model, warmup_steps: steps / 5);
            var (source, target) = Batch(random, 64);
            var (given, wanted) = (target[TensorIndex.Colon, TensorIndex.Slice(stop: -1)], target[TensorIndex.Colon, TensorIndex.Slice(1)]);
            optimizer.zero_grad();
            Training.SmoothedLoss(model.forward(source, given), wanted).backward();
            optimizer.step();
        }

        model.eval();
        var (questions, answers) = Batch(new Random((int)seed + 1000), 256);
        var written = Decoding.Greedy(model, questions, Start, End, Length + 1);
        return written.eq(answers[TensorIndex.Colon, TensorIndex.Slice(1)]).all(1).to(float64).mean().item<double>();
    }

    public (Tensor Source, Tensor Target) Batch(Random random, int count)
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
