// Matrix products in eight bits, with the few columns that are too large for them kept in sixteen.
//
// Tim Dettmers, Mike Lewis, Younes Belkada, Luke Zettlemoyer: LLM.int8(): 8-bit Matrix Multiplication for Transformers at Scale, 2022. arXiv:2208.07339v2.
//
// This file is the plain reference: readable, any device, not fast; integer products run in double precision, which holds them exactly.
// Left out: integer kernels, training in eight bits (appendix E).
// Read with: papers/quantization.md, notes/llm-int8.md. Checked by: LlmInt8Tests.
//
// Alphabet: s rows of the input (tokens), h features, o outputs.

namespace Lectern.Implementations.LlmInt8;

public sealed record LlmInt8Config
{
    /// <summary>§3.2: α = 6.0 is enough to reduce the degradation close to zero. Infinity leaves the decomposition out.</summary>
    public double Threshold { get; init; } = 6.0;

    public static LlmInt8Config Paper { get; } = new();
}

/// <summary>Integers from −127 to 127, and what each row or column of them was multiplied by.</summary>
public sealed record Quantized(Tensor Values, Tensor Constants);

public static class Equations
{
    #region eq-absmax
    // X_i8 = ⌊127 · X_f16 / max |X_f16|⌉, with one maximum for each slice along `dim`                              §2.1
    public static Quantized Absmax(Tensor X, long dim)
    {
        using var scope = NewDisposeScope();
        var c = 127 / X.abs().amax([dim], keepdim: true).clamp_min(1e-12);
        var X_i8 = (X * c).round().to(int8);
        return new(X_i8.MoveToOuterDisposeScope(), c.MoveToOuterDisposeScope());
    }
    #endregion

    #region eq-vector-wise
    // C ≈ S · X_i8 W_i8,  S = 1 / (c_x ⊗ c_w): a constant for each row of X and for each column of W               (5), (6)
    public static Tensor VectorWise(Tensor X, Tensor W)
    {
        using var scope = NewDisposeScope();
        var (x, w) = (Absmax(X, dim: 1), Absmax(W, dim: 0));                            // (s, h), (h, o)
        var C_i32 = x.Values.to(float64).matmul(w.Values.to(float64));                  // (s, o), whole numbers
        return (C_i32 / (x.Constants * w.Constants)).to(X.dtype).MoveToOuterDisposeScope();
    }
    #endregion

    #region eq-decomposition
    // C ≈ Σ_{h ∈ O} X^h W^h + S · Σ_{h ∉ O} X_i8^h W_i8^h,  O = { h : some |X_ih| ≥ α }                            (8)
    public static Tensor Decomposed(Tensor X, Tensor W, double threshold = 6.0)
    {
        using var scope = NewDisposeScope();
        var O = X.abs().amax([0]) >= threshold;                                         // (h)
        var (outliers, rest) = (O.nonzero().flatten(), O.logical_not().nonzero().flatten());
        var exact = X.index_select(1, outliers).matmul(W.index_select(0, outliers));    // (s, o)
        if (rest.numel() == 0) return exact.MoveToOuterDisposeScope();
        return (exact + VectorWise(X.index_select(1, rest), W.index_select(0, rest))).MoveToOuterDisposeScope();
    }
    #endregion
}

/// <summary>A linear layer for inference, whose matrix is held as eight-bit integers and whose outlier columns are multiplied exactly.</summary>
public sealed class Int8Linear : Module<Tensor, Tensor>
{
    private readonly LlmInt8Config _config;
    private readonly Tensor weight, constants;
    private readonly Tensor? bias;

    public Int8Linear(Linear layer, LlmInt8Config config)
        : base(nameof(Int8Linear))
    {
        _config = config;
        var quantized = Equations.Absmax(layer.weight!.detach(), dim: 1);
        // Held as (o, h) like the layer's own; a row of it is a column of W.
        (weight, constants) = (quantized.Values, quantized.Constants);                  // (o, h), (o, 1)
        bias = layer.bias?.detach().clone();
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var X = x.flatten(0, -2);                                                       // (s, h)
        // §3.2: the rows of outlier features are made floating again on the way, here and in the authors' kernels.
        var W = (weight.to(X.dtype) / constants).transpose(0, 1);                       // (h, o)
        var Y = Equations.Decomposed(X, W, _config.Threshold);
        if (bias is not null) Y = Y + bias;
        return Y.reshape([.. x.shape[..^1], W.size(1)]).MoveToOuterDisposeScope();
    }
}
