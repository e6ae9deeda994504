using Lectern.Implementations.Qlora;
using static TorchSharp.torch.nn;

namespace Lectern.Implementations.Tests.Qlora;

public sealed class QloraTests : IDisposable
{
    // Appendix E.
    private static readonly double[] s_published =
    [
        -1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334, -0.09105003625154495,
        0.0, 0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941,
        0.7229568362236023, 1.0,
    ];

    private readonly DisposeScope _scope = NewDisposeScope();

    public QloraTests() => _ = manual_seed(Experiment.Seed);

    public void Dispose() => _scope.Dispose();

    [Claim("The sixteen levels of NF4 are those that the paper lists.", Paper = "appendix E")]
    public void C1_Nf4HasThePublishedLevels()
    {
        var levels = Equations.NormalFloat4();
        Assert.Equal(16, levels.Length);
        // The authors computed their list in single precision, quantiles included.
        Claim.Measured(levels.Zip(s_published).Max(pair => Math.Abs(pair.First - pair.Second)), Bound.AtMost(5e-7));
    }

    [Claim("On normal weights NF4 errs less than four-bit integers and than both four-bit floats.", Paper = "Table 2: perplexity 27.41 against 34.34 (Int4), 31.07 (E2M1), 29.48 (E3M0)")]
    public void C2_Nf4ErrsLessThanInt4AndFp4()
    {
        var w = randn(64 * 2048, device: Experiment.Device);
        double[] int4 = [.. Enumerable.Range(-7, 15).Select(i => i / 7.0)];
        double[] e2m1 = Signed(0, 0.5, 1, 1.5, 2, 3, 4, 6);
        double[] e3m0 = Signed(0, 0.25, 0.5, 1, 2, 4, 8, 16);
        var nf4 = Error(w, Equations.NormalFloat4());
        var best = new[] { int4, e2m1, e3m0 }.Min(levels => Error(w, levels));
        Assert.True(nf4 > 0, "a four-bit type has an error");
        Claim.Measured(nf4 / best, Bound.AtMost(0.95));
    }

    [Claim("With double quantization a weight takes 4.127 bits, scales included.", Paper = "§3: 0.127 instead of 0.5 bits for the scales")]
    public void C3_AWeightTakes4Point127Bits()
    {
        Assert.Equal(0.373, Equations.OverheadBits(QloraConfig.Guanaco, doubled: false) - Equations.OverheadBits(QloraConfig.Guanaco), 0.0005);
        using var matrix = new FourBitMatrix(randn(512, 1024, device: Experiment.Device), QloraConfig.Guanaco);
        Claim.Measured(matrix.BitsPerWeight, Bound.Within(4 + Equations.OverheadBits(QloraConfig.Guanaco), 1e-9), unit: "bits");
    }

    [Claim("Quantizing the scales in turn adds next to nothing to the error.", Paper = "§3: without degrading performance")]
    public void C4_DoubleQuantizationCostsNextToNothing()
    {
        var w = randn(512, 512, device: Experiment.Device);
        using var matrix = new FourBitMatrix(w, QloraConfig.Guanaco);
        Claim.Measured((matrix.Dequantize(float32) - w).square().mean().item<float>() / Error(w.flatten(), Equations.NormalFloat4()), Bound.AtMost(1.01));
    }

    [Claim("Codes and values equal a twin that looks for the nearest level in loops and doubles.", Paper = "§2: the nearest of the levels")]
    public void C5_QuantizationEqualsItsTwinInLoops()
    {
        var levels = Equations.NormalFloat4();
        var w = randn(64 * 20, float64, Experiment.Device);
        var (codes, scales) = Blockwise.Quantize(w, levels, 64);
        var (given, numbers) = (Difference.Numbers(codes), Difference.Numbers(w));
        var wrong = 0;
        for (var block = 0; block < 20; block++)
        {
            var scale = Enumerable.Range(0, 64).Max(i => Math.Abs(numbers[block * 64 + i]));
            for (var i = block * 64; i < block * 64 + 64; i++)
            {
                var nearest = Enumerable.Range(0, 16).MinBy(code => Math.Abs(numbers[i] / scale - levels[code]));
                if (nearest != (int)given[i]) wrong++;
            }
        }

        Assert.True(given.Distinct().Count() == 16, "every level must occur");
        var back = Blockwise.Dequantize(codes, scales, levels, 64);
        Assert.Equal(0, Difference.Worst(tensor(Enumerable.Range(0, 64 * 20).Select(i => levels[(int)given[i]] * Difference.Numbers(scales)[i / 64]).ToArray()), back.cpu()), 1e-15);
        Claim.Measured(wrong, Bound.Exactly(0), unit: "codes");
    }

    [Claim("A weight that is zero stays zero.", Paper = "§3: an exact zero is needed for padding")]
    public void C6_ZeroStaysZero()
    {
        var w = randn(64 * 64, device: Experiment.Device);
        w[TensorIndex.Slice(step: 3)] = zeros(1366, device: Experiment.Device);
        using var matrix = new FourBitMatrix(w, QloraConfig.Guanaco);
        Claim.Measured(Difference.Numbers(matrix.Dequantize(float32)[TensorIndex.Slice(step: 3)]).Max(Math.Abs), Bound.Exactly(0));
    }

    [Claim("Packing gives every value back: 1, 2, 4 and 8 bits to the integer, and three values five to a byte.", Paper = "§3: storage in 4 bits")]
    public void C7_PackingGivesEveryValueBack()
    {
        var wrong = 0.0;
        foreach (var bits in new[] { 1, 2, 4, 8 })
        {
            // Every value next to every other, and a count that fills no whole byte.
            var values = Enumerable.Range(0, (1 << bits) * (1 << Math.Min(bits, 4)) + 3).Select(i => (byte)((i + i / (1 << bits)) % (1 << bits))).ToArray();
            var packed = Packing.Pack(tensor(values, device: Experiment.Device), bits);
            Assert.Equal((values.Length * bits + 7) / 8, packed.numel());
            wrong = Math.Max(wrong, Difference.Worst(tensor(values), Packing.Unpack(packed, bits, values.Length).cpu()));
        }

        sbyte[] trits = [.. Enumerable.Range(0, 243).SelectMany(n => new[] { n % 3, n / 3 % 3, n / 9 % 3, n / 27 % 3, n / 81 }).Select(t => (sbyte)(t - 1))];
        var ternary = Packing.PackTernary(tensor(trits, device: Experiment.Device));
        Assert.Equal(Enumerable.Range(0, 243).Select(n => (double)n), Difference.Numbers(ternary));
        Claim.Measured(Math.Max(wrong, Difference.Worst(tensor(trits), Packing.UnpackTernary(ternary, trits.Length).cpu())), Bound.Exactly(0));
    }

    [Claim("At the start the layer gives what the four-bit matrix gives, and only the adapter has a gradient.", Paper = "equation (5)")]
    public void C8_OnlyTheAdapterLearns()
    {
        var layer = Linear(64, 32).to(Experiment.Device);
        using var four_bit = new QloraLinear(layer, new QloraConfig { Rank = 4 });
        var x = randn(5, 64, device: Experiment.Device, requires_grad: true);
        var y = four_bit.call(x);
        y.square().sum().backward();
        Assert.Equal(["L_1", "L_2"], four_bit.named_parameters().Select(p => p.Item1).Order());
        Assert.True(Difference.Numbers(four_bit.get_parameter("L_2")!.grad!).Max(Math.Abs) > 1e-3, "the adapter must have a gradient");
        var W = four_bit.Weight.Dequantize(float32);
        // The gradient passes through the rounded matrix to the layers below: dX = 2 Y W.
        Assert.True(Difference.WorstRelative(y.detach().matmul(W) * 2, x.grad!) < 1e-5, "the gradient of the input is that of the four-bit matrix");
        Claim.Measured(Difference.Worst(functional.linear(x, W, layer.bias), y), Bound.AtMost(1e-5));
    }

    [Claim("Fine-tuned through four bits, a model reaches the loss of one fine-tuned in full precision, on targets that are partly chance.", Paper = "Table 3: NF4 with double quantization recovers 16-bit performance")]
    public void C9_FourBitsReachTheFullPrecisionResult()
    {
        var ratios = Enumerable.Range(0, Experiment.Full ? 5 : 2).Select(i => FineTuning.Ratio(Experiment.Seed + i)).ToArray();
        Claim.Measured(ratios.Average(), Bound.AtMost(1.01), (ratios.Max() - ratios.Min()) / 2);
    }

    [Fact]
    public void AnAdapterAddsItsProductTimesAlphaOverR()
    {
        const int inputs = 64, outputs = 6, rank = 3;
        var layer = Linear(inputs, outputs).to(Experiment.Device);
        using var four_bit = new QloraLinear(layer, new QloraConfig { Rank = rank, Alpha = 6 });
        var x = randn(5, inputs, device: Experiment.Device);
        var before = Difference.Numbers(four_bit.call(x));
        using (no_grad()) _ = four_bit.get_parameter("L_2")!.normal_(0, 0.5);
        var (xs, a, b) = (Difference.Numbers(x), Difference.Numbers(four_bit.get_parameter("L_1")!), Difference.Numbers(four_bit.get_parameter("L_2")!));
        var expected = new double[5, outputs];
        for (var n = 0; n < 5; n++)
        {
            for (var o = 0; o < outputs; o++)
            {
                expected[n, o] = before[n * outputs + o];
                for (var r = 0; r < rank; r++)
                    expected[n, o] += 2 * b[r * outputs + o] * Enumerable.Range(0, inputs).Sum(i => xs[n * inputs + i] * a[i * rank + r]);
            }
        }

        // Single precision against double.
        Assert.True(Difference.Worst(expected, four_bit.call(x)) < 1e-5);
    }

    private static double[] Signed(params double[] magnitudes) =>
        [.. magnitudes.SelectMany(m => m == 0 ? [0] : new[] { m, -m }).Order().Select(m => m / magnitudes.Max())];

    private static double Error(Tensor w, double[] levels)
    {
        var (codes, scales) = Blockwise.Quantize(w, levels, 64);
        return (Blockwise.Dequantize(codes, scales, levels, 64) - w).square().mean().item<float>();
    }
}
