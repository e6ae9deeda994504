// Adapters are trained through a frozen model whose weights are held in four bits.
//
// Tim Dettmers, Artidoro Pagnoni, Ari Holtzman, Luke Zettlemoyer: QLoRA: Efficient Finetuning of Quantized LLMs, 2023. arXiv:2305.14314v1.
//
// This file is the plain reference: readable, any device, not fast.
// Left out: paged optimizers, kernels that multiply without unpacking. Packing of small integers is in Packing.cs.
// Read with: papers/quantization.md, notes/qlora.md. Checked by: QloraTests.
//
// Alphabet: N weights of a matrix, n weights of a block, B batch, k inputs, d outputs, r rank.

namespace Lectern.Implementations.Qlora;

public sealed record QloraConfig
{
    /// <summary>§3: one scale for 64 weights.</summary>
    public int BlockSize { get; init; } = 64;

    /// <summary>§3: the scales of 256 blocks share a scale of their own.</summary>
    public int ScaleBlockSize { get; init; } = 256;

    /// <summary>§4: adapters on all linear layers with r = 64 and α = 16.</summary>
    public long Rank { get; init; } = 64;

    public double Alpha { get; init; } = 16;

    /// <summary>Table 9 and §4: the settings of the Guanaco models.</summary>
    public static QloraConfig Guanaco { get; } = new();
}

public static class Equations
{
    #region eq-quantiles
    // q_i = ½ (Q_X(i / (2^k + 1)) + Q_X((i + 1) / (2^k + 1))),  Q_X the quantile function of N(0, 1)               (4)
    // DEPARTS: appendix E lists values that come from the authors' code: evenly spaced quantiles between an offset and ½,
    // 8 levels from the positive half and 7 from the negative, 0 between them. The formula alone gives others.
    public static double[] NormalFloat4()
    {
        // The outermost probability: the mean of those half a step from the end on a grid of 15 and on one of 16.
        const double offset = 1 - 0.5 * (1.0 / 32 + 1.0 / 30);
        var positive = Quantiles(offset, 9).Take(8);
        var negative = Quantiles(offset, 8).Take(7).Select(q => -q);
        double[] levels = [.. negative, 0, .. positive];
        return [.. levels.Order().Select(level => level / levels.Max())];
    }

    // Q_X at evenly spaced probabilities from `from` down to ½.
    private static IEnumerable<double> Quantiles(double from, int count)
    {
        using var p = linspace(from, 0.5, count, float64);
        using var q = special.ndtri(p);
        return q.data<double>().ToArray();
    }
    #endregion

    #region eq-overhead
    // Bits for the scales, per weight: 8/64 + 32/(64 · 256) = 0.127 with double quantization, 32/64 = 0.5 without.   §3
    public static double OverheadBits(QloraConfig config, bool doubled = true) => doubled
        ? 8.0 / config.BlockSize + 32.0 / ((double)config.BlockSize * config.ScaleBlockSize)
        : 32.0 / config.BlockSize;
    #endregion
}

/// <summary>Numbers as indices into a table of levels, with one scale per block: the largest magnitude in it.</summary>
public static class Blockwise
{
    public static (Tensor Codes, Tensor Scales) Quantize(Tensor x, double[] levels, int blockSize)
    {
        using var scope = NewDisposeScope();
        var blocks = x.detach().reshape(-1, blockSize);                                 // (N / n, n)
        var scales = blocks.abs().amax([1], keepdim: true).clamp_min(1e-12);            // (N / n, 1)
        var table = tensor(levels, blocks.dtype, blocks.device);                        // (16)
        var codes = (blocks / scales).unsqueeze(-1).sub(table).abs().argmin(-1);        // (N / n, n), nearest level
        return (codes.flatten().to(uint8).MoveToOuterDisposeScope(), scales.flatten().MoveToOuterDisposeScope());
    }

    #region eq-dequant
    // doubleDequant(c_1, c_2, W) = dequant(dequant(c_1, c_2), W): first the scales, then the weights.               (6)
    public static Tensor Dequantize(Tensor codes, Tensor scales, double[] levels, int blockSize)
    {
        using var scope = NewDisposeScope();
        var table = tensor(levels, scales.dtype, scales.device);
        var blocks = table[TensorIndex.Tensor(codes.to(int64))].reshape(-1, blockSize); // (N / n, n)
        return (blocks * scales.unsqueeze(1)).flatten().MoveToOuterDisposeScope();      // (N)
    }
    #endregion
}

/// <summary>A matrix in NF4: packed codes, and scales that are quantized in turn.</summary>
public sealed class FourBitMatrix : IDisposable
{
    private static readonly double[] s_levels = Equations.NormalFloat4();

    // DEPARTS: the paper holds scales as 8-bit floats (FP8); here they are 255 even steps of the block's range, which any device has.
    private static readonly double[] s_scaleLevels = [.. Enumerable.Range(-127, 255).Select(i => i / 127.0)];

    private readonly QloraConfig _config;
    private readonly long[] _shape;
    private readonly int _scales;
    private readonly Tensor _codes, _scaleCodes, _scaleScales, _scaleMean;

    public FourBitMatrix(Tensor weight, QloraConfig config)
    {
        if (weight.numel() % config.BlockSize != 0)
            throw new ArgumentException($"{weight.numel()} weights do not divide into blocks of {config.BlockSize}.");
        using var scope = NewDisposeScope();
        (_config, _shape) = (config, weight.shape);
        var (codes, scales) = Blockwise.Quantize(weight, s_levels, config.BlockSize);
        _codes = Packing.Pack(codes, 4).DetachFromDisposeScope();
        // §3: the scales are positive, so their mean is taken away before they are quantized symmetrically.
        _scales = (int)scales.numel();
        _scaleMean = scales.mean().DetachFromDisposeScope();
        var padded = functional.pad(scales - _scaleMean, [0, (config.ScaleBlockSize - _scales % config.ScaleBlockSize) % config.ScaleBlockSize]);
        var (scaleCodes, scaleScales) = Blockwise.Quantize(padded, s_scaleLevels, config.ScaleBlockSize);
        _scaleCodes = scaleCodes[TensorIndex.Slice(stop: _scales)].clone().DetachFromDisposeScope();
        _scaleScales = scaleScales.DetachFromDisposeScope();
    }

    /// <summary>Bits that are stored for a weight.</summary>
    public double BitsPerWeight =>
        8.0 * (_codes.numel() + _scaleCodes.numel() + 4 * _scaleScales.numel()) / _shape.Aggregate(1L, (product, size) => product * size);

    public Tensor Dequantize(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var padding = _scaleScales.numel() * _config.ScaleBlockSize - _scales;
        var scaleCodes = functional.pad(_scaleCodes, [0, padding]);
        var scales = Blockwise.Dequantize(scaleCodes, _scaleScales, s_scaleLevels, _config.ScaleBlockSize)[TensorIndex.Slice(stop: _scales)] + _scaleMean;
        var codes = Packing.Unpack(_codes, 4, _shape.Aggregate(1L, (product, size) => product * size));
        return Blockwise.Dequantize(codes, scales, s_levels, _config.BlockSize).reshape(_shape).to(type).MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        foreach (var held in new[] { _codes, _scaleCodes, _scaleScales, _scaleMean }) held.Dispose();
    }
}

/// <summary>A linear layer whose matrix is frozen in four bits; only the adapter beside it learns.</summary>
public sealed class QloraLinear : Module<Tensor, Tensor>
{
    private readonly Parameter L_1, L_2;
    private readonly FourBitMatrix _weight;
    private readonly Tensor? _bias;
    private readonly double _scale;

    public QloraLinear(Linear layer, QloraConfig config)
        : base(nameof(QloraLinear))
    {
        _weight = new FourBitMatrix(layer.weight!, config);
        _bias = layer.bias?.detach().clone().DetachFromDisposeScope();
        _scale = config.Alpha / config.Rank;
        var device = layer.weight!.device;
        // Same initialisation as in Lora.cs, transposed: here x stands on the left.
        L_1 = Parameter(randn(layer.in_features, config.Rank, device: device) / Math.Sqrt(layer.in_features));   // (k, r)
        L_2 = Parameter(zeros(config.Rank, layer.out_features, device: device));                                 // (r, d)
        RegisterComponents();
    }

    public FourBitMatrix Weight => _weight;

    #region eq-forward
    // Y = X doubleDequant(c_1, c_2, W) + X L_1 L_2                                                                 (5)
    // DEPARTS: in the type of X, where the paper computes in BFloat16; the adapter is scaled by α / r as in LoRA.
    public override Tensor forward(Tensor X)
    {
        using var scope = NewDisposeScope();
        var W = _weight.Dequantize(X.dtype);                                            // (d, k)
        var Y = functional.linear(X, W, _bias) + X.matmul(L_1).matmul(L_2) * _scale;    // (B, d)
        return Y.MoveToOuterDisposeScope();
    }
    #endregion

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _weight.Dispose();
            _bias?.Dispose();
        }

        base.Dispose(disposing);
    }
}
