using Lectern.Evidence;
using Lectern.Implementations.Attention;
using Lectern.Implementations.Lora;
using static TorchSharp.torch.nn;
using Equations = Lectern.Implementations.Lora.Equations;
using Transformer = Lectern.Implementations.Attention.Transformer;

namespace Lectern.Implementations.Tests.Lora;

public sealed class LoraTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public LoraTests() => _ = manual_seed(Experiment.Seed);

    public void Dispose() => _scope.Dispose();

    [Claim("At the start the adapted model gives the output of the base bit for bit.", Paper = "§4.1: ΔW = BA is zero at the beginning of training")]
    public void C1_AtTheStartNothingHasChanged()
    {
        var layer = Linear(24, 16).to(Experiment.Device);
        var x = randn(7, 24, device: Experiment.Device);
        var before = layer.call(x);
        using var adapter = new LoraAdapter(layer, new LoraConfig());
        Claim.Measured(Difference.Worst(before, layer.call(x)), Bound.Exactly(0));
    }

    [Claim("The merged matrix gives what the two paths give, and unmerging gives the base back.", Paper = "§4.1: no additional inference latency")]
    public void C2_MergedEqualsUnmerged()
    {
        var (layer, adapter) = Adapted(24, 16, new LoraConfig { Rank = 3, Alpha = 6 });
        var x = randn(7, 24, device: Experiment.Device);
        var frozen = layer.weight!.clone();
        var two_paths = layer.call(x);
        adapter.Merge();
        var merged = layer.call(x);
        Assert.True(Difference.Worst(frozen, layer.weight!) > 0.01, "the update must matter");
        adapter.Unmerge();
        var worst = new[]
        {
            Difference.Worst(two_paths, merged),
            Difference.Worst(two_paths, layer.call(x)),
            Difference.Worst(frozen, layer.weight!),
        }.Max();
        Claim.Measured(worst, Bound.AtMost(1e-5));
    }

    [Claim("In the first step only B moves: the gradient of A has B as a factor and is zero.", Paper = "§4.1: B is zero at the beginning")]
    public void C3_InTheFirstStepOnlyBMoves()
    {
        var layer = Linear(24, 16).to(Experiment.Device);
        using var adapter = new LoraAdapter(layer, new LoraConfig());
        layer.call(randn(7, 24, device: Experiment.Device)).square().sum().backward();
        var (A, B) = Matrices(adapter);
        Assert.True(Difference.Numbers(B.grad!).Max(Math.Abs) > 1e-3, "B must have a gradient");
        Claim.Measured(Difference.Numbers(A.grad!).Max(Math.Abs), Bound.Exactly(0));
    }

    [Claim("Forward and backward equal the formulas h = W x + s B A x, dB = s G (A x)ᵀ, dA = s Bᵀ G xᵀ in loops and doubles.", Paper = "equation (3)")]
    public void C4_EqualsItsTwinInLoopsForwardAndBackward()
    {
        const int k = 5, d = 4, r = 2, batch = 3;
        var (layer, adapter) = Adapted(k, d, new LoraConfig { Rank = r, Alpha = 3 });
        var (x, G) = (randn(batch, k, device: Experiment.Device), randn(batch, d, device: Experiment.Device));
        var h = layer.call(x);
        h.backward([G]);
        var (A, B) = Matrices(adapter);
        var (a, b, w, bias, xs, gs) = (Difference.Numbers(A), Difference.Numbers(B), Difference.Numbers(layer.weight!), Difference.Numbers(layer.bias!), Difference.Numbers(x), Difference.Numbers(G));
        var (dA, dB, expected) = (new double[r * k], new double[d * r], new double[batch * d]);
        for (var n = 0; n < batch; n++)
        {
            var narrow = Enumerable.Range(0, r).Select(i => Enumerable.Range(0, k).Sum(j => a[i * k + j] * xs[n * k + j])).ToArray();
            for (var o = 0; o < d; o++)
            {
                expected[n * d + o] = bias[o] + Enumerable.Range(0, k).Sum(j => w[o * k + j] * xs[n * k + j]) + 1.5 * Enumerable.Range(0, r).Sum(i => b[o * r + i] * narrow[i]);
                for (var i = 0; i < r; i++)
                {
                    dB[o * r + i] += 1.5 * gs[n * d + o] * narrow[i];
                    for (var j = 0; j < k; j++) dA[i * k + j] += 1.5 * b[o * r + i] * gs[n * d + o] * xs[n * k + j];
                }
            }
        }

        var worst = new[]
        {
            Difference.Worst(tensor(expected).reshape(batch, d), h.cpu()),
            Difference.Worst(tensor(dA).reshape(r, k), A.grad!.cpu()),
            Difference.Worst(tensor(dB).reshape(d, r), B.grad!.cpu()),
        }.Max();
        // Single precision against double.
        Claim.Measured(worst, Bound.AtMost(1e-5));
    }

    [Claim("GPT-3 with r = 1 on W_q and W_v has 4.7 million trainable parameters.", Paper = "Table 4: 4.7M")]
    public void C5_TheSmallAdaptationOfGpt3Has4Point7MillionParameters() =>
        Claim.Measured(Equations.Count(96 * 2, 12_288, LoraConfig.Gpt3Small.Rank), Bound.Exactly(4_718_592), unit: "parameters");

    [Claim("GPT-3 with r = 8 on W_q and W_v has 37.7 million trainable parameters.", Paper = "Table 4: 37.7M")]
    public void C6_TheAdaptationOfGpt3Has37Point7MillionParameters() =>
        Claim.Measured(Equations.Count(96 * 2, 12_288, LoraConfig.Gpt3.Rank), Bound.Exactly(37_748_736), unit: "parameters");

    [Claim("Adapters on the query and value matrices of a Transformer, chosen by name, hold as many parameters as the formula says.", Paper = "§4.2: |Θ| = 2 × L̂ × d_model × r")]
    public void C7_AdaptersByNameHoldWhatTheFormulaSays()
    {
        using var model = new Transformer(new AttentionConfig { Vocabulary = 11, d_model = 32, d_ff = 64, Heads = 4, Layers = 2 });
        using var adapted = new LoraModel(model, @".*attention\.W_[qv]", new LoraConfig { Rank = 2 });
        Assert.Equal(12, adapted.Adapters.Count);
        Assert.All(model.parameters(), parameter => Assert.False(parameter.requires_grad));
        Assert.All(adapted.state_dict().Keys, key => Assert.Matches(@"W_[qv]\.[AB]$", key));
        _ = Assert.Throws<ArgumentException>(() => new LoraModel(model, "no such layer", new LoraConfig()));
        Claim.Measured(
            adapted.parameters().Sum(parameter => parameter.numel()) - Equations.Count(12, 32, 2), Bound.Exactly(0), unit: "parameters");
    }

    [Claim("A change of rank 3 is learned exactly by rank 3.", Paper = "§4.1: rank r")]
    public void C8_AChangeOfRankThreeIsLearnedByRankThree()
    {
        var (error, _) = Recover(rank: 3);
        Claim.Measured(error, Bound.AtMost(1e-3));
    }

    [Claim("Rank 2 cannot learn it: what remains is at least the third singular value.", Paper = "Eckart and Young, 1936")]
    public void C9_RankTwoLeavesTheThirdSingularValue()
    {
        var (error, third) = Recover(rank: 2);
        Claim.Measured(error / third, Bound.Within(1, 0.01));
    }

    [Claim("Adapters of rank 2 and of rank 8 find the same leading direction, and no other in common.", Paper = "§7.2, Figure 3: only the top direction overlaps, with φ > 0.5")]
    public void C10_DifferentRanksFindTheSameLeadingDirection()
    {
        // One strong direction and noise of full rank, as the paper supposes a fine-tuned update to look.
        var (layer, x) = (Linear(32, 32, hasBias: false).to(Experiment.Device), randn(256, 32, device: Experiment.Device));
        var change = randn(32, 1, device: Experiment.Device).matmul(randn(1, 32, device: Experiment.Device)) * 0.15
            + randn(32, 32, device: Experiment.Device) * 0.05;
        var wanted = x.matmul((layer.weight!.detach() + change).t());
        var (small, large) = (Directions(2), Directions(8));
        double Overlap(long from, long count) => small[TensorIndex.Slice(from, from + count)].matmul(large[TensorIndex.Slice(from, from + count)].t()).square().sum().item<float>() / count;
        var (first, second) = (Overlap(0, 1), Overlap(1, 1));
        Assert.True(second < first, "the second directions agree less than the first");
        Claim.Measured(first, Bound.AtLeast(0.5));

        // The right singular vectors of A, the strongest of the update first.
        Tensor Directions(long rank)
        {
            using var adapter = Trained(layer, x, wanted, rank, 400);
            return linalg.svd(adapter.Update().detach(), false).Item3;
        }
    }

    [Fact]
    public void MergingTwiceIsMergingOnceAndUnmergingWhatIsNotMergedIsNothing()
    {
        var (layer, adapter) = Adapted(24, 16, new LoraConfig { Rank = 3, Alpha = 6 });
        var frozen = layer.weight!.clone();
        adapter.Unmerge();
        Assert.Equal(0, Difference.Worst(frozen, layer.weight!));
        adapter.Merge();
        var merged = layer.weight!.clone();
        Assert.True(Difference.Worst(frozen, merged) > 0.01, "the update must matter");
        adapter.Merge();
        Assert.Equal(0, Difference.Worst(merged, layer.weight!));
    }

    [Fact]
    public void AnAdapterTurnsDownARankThatItsMatrixCannotHave()
    {
        using var layer = Linear(24, 16);
        _ = Assert.Throws<ArgumentException>(() => new LoraAdapter(layer, new LoraConfig { Rank = 17 }));
        using var widest = new LoraAdapter(layer, new LoraConfig { Rank = 16 });
    }

    [Fact]
    public void APatternNamesWholeLayersNotPartsOfNames()
    {
        using var model = Sequential(("first", Linear(8, 8)), ("second", Linear(8, 8)));
        _ = Assert.Throws<ArgumentException>(() => new LoraModel(model, "sec", new LoraConfig()));
        using var adapted = new LoraModel(model, "fir|second", new LoraConfig());
        Assert.Equal(["second"], adapted.Adapters.Keys);
    }

    /// <summary>What remains of a rank-3 change after an adapter has learned it, as the largest singular value; and the change's third.</summary>
    private static (double Error, double Third) Recover(long rank)
    {
        var (layer, x) = (Linear(16, 12, hasBias: false).to(Experiment.Device), randn(128, 16, device: Experiment.Device));
        using var no_learning = no_grad();
        var (U, _, V) = linalg.svd(randn(12, 16, device: Experiment.Device), false);
        var values = tensor(new float[] { 1f, 0.8f, 0.5f }, device: Experiment.Device);
        var change = (U[TensorIndex.Colon, TensorIndex.Slice(stop: 3)] * values).matmul(V[TensorIndex.Slice(stop: 3)]);
        // Whitened inputs: the best fit of the outputs is then the best fit of the matrix.
        x = linalg.qr(x).Item1 * Math.Sqrt(128);
        var wanted = x.matmul((layer.weight! + change).t());
        using var learning = enable_grad();
        using var adapter = Trained(layer, x, wanted, rank, 1500);
        var rest = linalg.svdvals((change - adapter.Update()).detach());
        return (rest[0].item<float>(), 0.5);
    }

    private static LoraAdapter Trained(Linear layer, Tensor x, Tensor wanted, long rank, int steps)
    {
        var adapter = new LoraAdapter(layer, new LoraConfig { Rank = rank, Alpha = rank });
        var optimizer = torch.optim.Adam(adapter.parameters(), lr: 0.02);
        var schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps);
        for (var step = 0; step < steps; step++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            (layer.call(x) - wanted).square().mean().backward();
            optimizer.step();
            schedule.step();
        }

        adapter.Detach();
        return adapter;
    }

    private static (Linear Layer, LoraAdapter Adapter) Adapted(long k, long d, LoraConfig config)
    {
        var layer = Linear(k, d).to(Experiment.Device);
        var adapter = new LoraAdapter(layer, config);
        using var no_gradients = no_grad();
        _ = Matrices(adapter).B.normal_(0, 0.5);
        return (layer, adapter);
    }

    private static (Parameter A, Parameter B) Matrices(LoraAdapter adapter) => (adapter.get_parameter("A")!, adapter.get_parameter("B")!);
}
