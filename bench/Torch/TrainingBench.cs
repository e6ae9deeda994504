using System.Diagnostics;
using Lectern.Torch.Bench.Models;

namespace Lectern.Torch.Bench;

/// <summary>Training steps per second on both sides.</summary>
internal sealed record Throughput(string Name, long Weights, double Python, double Lectern)
{
    public double Ratio => Lectern / Python;
}

/// <summary>A step is: gradients to zero, forward, backward, AdamW.</summary>
internal static class TrainingBench
{
    private static readonly (string Name, string Python, int Steps, Func<nn.Module> Make)[] Networks =
    [
        ("MLP, 64-128-128-10, 64 rows", nameof(Mlp), 20, () => new Mlp()),
        ("LSTM, 128 wide, 32 × 64 characters", nameof(Lstm), 2, () => new Lstm()),
        ("GPT, 4 layers, d = 256, T = 256, 2 texts", nameof(Gpt), 1, () => new Gpt()),
    ];

    public static IEnumerable<Throughput> Run(Peer peer, int rounds, string? only)
    {
        foreach (var (name, python, steps, make) in Networks.Where(one => only is null || one.Name.Contains(only, StringComparison.Ordinal)))
        {
            using var network = make();
            using var optimizer = optim.AdamW(network.parameters(), lr: 1e-3, weight_decay: 0.01);
            var weights = (long)peer.Numbers($"train {steps} {python}")[1];
            var own = network.parameters().Sum(parameter => parameter.numel());
            if (own != weights) throw new InvalidOperationException($"{name} has {own} weights here and {weights} in Python.");
            _ = Seconds((ITrained)network, optimizer, steps);
            var (theirs, ours) = (new double[rounds], new double[rounds]);
            for (var round = 0; round < rounds; round++)
            {
                theirs[round] = steps / peer.Numbers($"train {steps} {python}")[0];
                ours[round] = steps / Seconds((ITrained)network, optimizer, steps);
            }

            yield return new Throughput(name, weights, theirs.Max(), ours.Max());
        }
    }

    private static double Seconds(ITrained network, optim.Optimizer optimizer, int steps)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            network.Loss().backward();
            optimizer.step();
        }

        return watch.Elapsed.TotalSeconds;
    }
}
