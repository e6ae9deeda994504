using Lectern.Implementations.Qlora;
using static TorchSharp.torch.nn;

namespace Lectern.Implementations.Tests.Qlora;

/// <summary>A network learns one function, is frozen, and is adapted to another: with its matrices as they are, or in four bits.</summary>
internal static class FineTuning
{
    private const int Width = 64;

    /// <summary>The test loss after adapting the four-bit network over that after adapting the one in full precision.</summary>
    public static double Ratio(long seed)
    {
        using var scope = NewDisposeScope();
        _ = manual_seed(seed);
        var (x, test) = (randn(1024, Width, device: Experiment.Device), randn(1024, Width, device: Experiment.Device));
        var (first, second) = (Teacher(), Teacher());
        var (below, above) = (Linear(Width, Width).to(Experiment.Device), Linear(Width, Width).to(Experiment.Device));
        Train([.. below.parameters(), .. above.parameters()], () => above.call(below.call(x).tanh()), first(x));

        // The second function is the first with a part of the second mixed in: fine-tuning, not learning anew. Like text, what is to be
        // predicted is partly chance: noise with a third of the variance of the function.
        Tensor Wanted(Tensor input) => first(input) * 0.7 + second(input) * 0.3 + randn(input.shape, device: Experiment.Device) * 0.3;
        var (wanted, asked) = (Wanted(x), Wanted(test));
        var results = new[] { true, false }.Select(four_bits =>
        {
            _ = manual_seed(seed + 1);
            var config = new QloraConfig { Rank = 8, Alpha = 8 };
            using var lower = four_bits ? new QloraLinear(below, config) : null;
            using var upper = four_bits ? new QloraLinear(above, config) : null;
            using var lower_adapter = four_bits ? null : new Lectern.Implementations.Lora.LoraAdapter(below, new() { Rank = 8, Alpha = 8 });
            using var upper_adapter = four_bits ? null : new Lectern.Implementations.Lora.LoraAdapter(above, new() { Rank = 8, Alpha = 8 });
            Tensor Model(Tensor input) => four_bits ? upper!.call(lower!.call(input).tanh()) : above.call(below.call(input).tanh());
            Parameter[] trained = four_bits
                ? [.. lower!.parameters(), .. upper!.parameters()]
                : [.. lower_adapter!.parameters(), .. upper_adapter!.parameters()];
            Train(trained, () => Model(x), wanted);
            using var no_gradients = no_grad();
            var loss = (Model(test) - asked).square().mean().item<float>();
            lower_adapter?.Detach();
            upper_adapter?.Detach();
            return loss;
        }).ToArray();
        return results[0] / results[1];
    }

    private static void Train(Parameter[] parameters, Func<Tensor> model, Tensor wanted)
    {
        var optimizer = torch.optim.Adam(parameters, lr: 5e-3);
        for (var step = 0; step < 300; step++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            (model() - wanted).square().mean().backward();
            optimizer.step();
        }
    }

    private static Func<Tensor, Tensor> Teacher()
    {
        var (lower, upper) = (randn(Width, 16, device: Experiment.Device) / 8, randn(16, Width, device: Experiment.Device) / 4);
        return x => x.matmul(lower).tanh().matmul(upper);
    }
}
