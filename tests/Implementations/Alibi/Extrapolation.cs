using Lectern.Implementations.Alibi;
using static TorchSharp.torch.nn;

namespace Lectern.Implementations.Tests.Alibi;

/// <summary>Figure 1 in small: train at one length, then read texts of up to eight times that length.</summary>
internal static class Extrapolation
{
    public const int TrainedLength = 32;

    public static readonly int[] Lengths = [32, 64, 128, 256];

    private static readonly Dictionary<(Position Method, long Seed), double[]> s_curves = [];

    public static AlibiConfig Config(Position method) =>
        new() { Vocabulary = EchoText.Vocabulary, d_model = 48, d_ff = 96, Heads = 4, Layers = 2, Position = method };

    /// <summary>The loss per letter at each of <see cref="Lengths"/>, in nats. Trained once per method and seed.</summary>
    public static double[] Curve(Position method, long seed)
    {
        if (s_curves.TryGetValue((method, seed), out var known)) return known;
        using var scope = NewDisposeScope();
        _ = manual_seed(seed);
        var random = new Random((int)seed);
        using var model = new LanguageModel(Config(method)).to(Experiment.Device);
        var optimizer = torch.optim.Adam(model.parameters(), lr: 8e-3);
        for (var step = 0; step < (Experiment.Full ? 800 : 300); step++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            Loss(model, EchoText.Sample(random, 32, TrainedLength + 1)).backward();
            optimizer.step();
        }

        using var no_gradients = no_grad();
        var test = new Random(99);
        return s_curves[(method, seed)] = [.. Lengths.Select(length => Loss(model, EchoText.Sample(test, 8192 / length, length + 1)).item<float>())];
    }

    private static Tensor Loss(LanguageModel model, Tensor texts)
    {
        using var scope = NewDisposeScope();
        var logits = model.forward(texts[TensorIndex.Colon, TensorIndex.Slice(stop: -1)]);
        var next = texts[TensorIndex.Colon, TensorIndex.Slice(1)];
        return functional.cross_entropy(logits.flatten(0, 1), next.flatten()).MoveToOuterDisposeScope();
    }
}
