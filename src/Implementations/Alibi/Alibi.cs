// A penalty on attention scores that grows with distance takes the place of position vectors, and lets a model read longer texts than it was trained on.
//
// Ofir Press, Noah A. Smith, Mike Lewis: Train Short, Test Long: Attention with Linear Biases Enables Input Length Extrapolation, 2021. arXiv:2108.12409v2.
//
// This file is the plain reference: readable, any device, not fast.
// Left out: adaptive embeddings, sliding-window evaluation, training on several cards. The methods it is compared with are in Positions.cs.
// Read with: papers/positions.md, notes/alibi.md. Checked by: AlibiTests.
//
// Alphabet: B batch, T tokens, H heads, C = d_model, D = C / H, F = d_ff, V vocabulary.

namespace Lectern.Implementations.Alibi;

public enum Position
{
    Alibi,
    Sinusoidal,
    Rotary,
    T5Bias,
}

public sealed record AlibiConfig
{
    public long Vocabulary { get; init; } = 267_744;   // WikiText-103

    public long d_model { get; init; } = 1024;

    public long d_ff { get; init; } = 4096;

    public int Heads { get; init; } = 8;

    public int Layers { get; init; } = 16;

    public Position Position { get; init; } = Position.Alibi;

    /// <summary>Appendix A.1: the model of Baevski and Auli, with which the paper compares on WikiText-103.</summary>
    public static AlibiConfig WikiText103 { get; } = new();

    internal AlibiConfig Checked() => d_model % Heads == 0
        ? this
        : throw new ArgumentException($"d_model = {d_model} does not divide into {Heads} heads.");
}

public static class Equations
{
    #region eq-slopes
    // m_h = 2^(−8h/n),  h = 1, …, n: a geometric sequence that starts at its own ratio.                              §3
    public static double[] Slopes(int n)
    {
        if (int.IsPow2(n)) return [.. Enumerable.Range(1, n).Select(h => Math.Pow(2, -8.0 * h / n))];

        // As in the authors' code, not in the text: the slopes of the power of two below, then every second slope of the power above.
        var below = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)n) / 2;
        return [.. Slopes(below), .. Slopes(2 * below).Where((_, h) => h % 2 == 0).Take(n - below)];
    }
    #endregion

    #region eq-bias
    // softmax(q_i Kᵀ + m · [−(i−1), …, −2, −1, 0]): the term for query i and key j ≤ i is −m (i − j).                §3
    public static Tensor Bias(int heads, long T, Device device, bool causal = true)
    {
        using var scope = NewDisposeScope();
        var i = arange(T, dtype: float32, device: device).unsqueeze(1);                 // (T, 1)
        var j = arange(T, dtype: float32, device: device).unsqueeze(0);                 // (1, T)
        var m = tensor(Slopes(heads), float32, device).reshape(heads, 1, 1);            // (H, 1, 1)
        var bias = -m * (i - j).abs();                                                  // (H, T, T), symmetric
        // "We do not add position embeddings at any point": the mask that is added anyway carries the bias.
        if (causal) bias = bias.masked_fill(j > i, double.NegativeInfinity);
        return bias.MoveToOuterDisposeScope();
    }
    #endregion
}

public sealed class SelfAttention : Module
{
    private readonly AlibiConfig _config;
    private readonly Linear W_q, W_k, W_v, W_o;

    public SelfAttention(AlibiConfig config)
        : base(nameof(SelfAttention))
    {
        _config = config;
        W_q = Linear(config.d_model, config.d_model);
        W_k = Linear(config.d_model, config.d_model);
        W_v = Linear(config.d_model, config.d_model);
        W_o = Linear(config.d_model, config.d_model);
        RegisterComponents();
    }

    // softmax(q Kᵀ / √D + bias) V: the division applies to the product only, not to the bias.                        §3, footnote
    public Tensor forward(Tensor x, Tensor bias)
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = (Split(W_q.call(x)), Split(W_k.call(x)), Split(W_v.call(x)));   // (B, H, T, D)
        if (_config.Position == Position.Rotary) (q, k) = (Positions.Rotate(q), Positions.Rotate(k));
        var scores = q.matmul(k.transpose(-2, -1)) / Math.Sqrt(q.size(-1));             // (B, H, T, T)
        var weights = (scores + bias).softmax(-1);                                      // the sum is all that is ALiBi
        var heads = weights.matmul(v).transpose(1, 2).flatten(2);                       // (B, T, C)
        return W_o.call(heads).MoveToOuterDisposeScope();
    }

    private Tensor Split(Tensor x) => x.unflatten(2, [_config.Heads, _config.d_model / _config.Heads]).transpose(1, 2);
}

// The feed-forward network of Attention/Attention.cs, made from the config of this paper.
public sealed class FeedForward : Module<Tensor, Tensor>
{
    private readonly Linear W_1, W_2;

    public FeedForward(AlibiConfig config)
        : base(nameof(FeedForward))
    {
        W_1 = Linear(config.d_model, config.d_ff);
        W_2 = Linear(config.d_ff, config.d_model);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var hidden = functional.relu(W_1.call(x));                                      // (B, T, F)
        return W_2.call(hidden).MoveToOuterDisposeScope();                              // (B, T, C)
    }
}

public sealed class DecoderLayer : Module
{
    private readonly SelfAttention attention;
    private readonly FeedForward ffn;
    private readonly LayerNorm before_attention, before_ffn;

    public DecoderLayer(AlibiConfig config)
        : base(nameof(DecoderLayer))
    {
        attention = new SelfAttention(config);
        ffn = new FeedForward(config);
        before_attention = LayerNorm(config.d_model);
        before_ffn = LayerNorm(config.d_model);
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor bias)
    {
        using var scope = NewDisposeScope();
        var y = x + attention.forward(before_attention.call(x), bias);
        return (y + ffn.call(before_ffn.call(y))).MoveToOuterDisposeScope();            // (B, T, C)
    }
}

/// <summary>A causal language model in which only the knowledge of position is exchanged.</summary>
public sealed class LanguageModel : Module<Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly ModuleList<DecoderLayer> layers;
    private readonly LayerNorm norm;
    private readonly RelativeBias? relative;

    public LanguageModel(AlibiConfig config)
        : base(nameof(LanguageModel))
    {
        Config = config.Checked();
        embedding = Embedding(config.Vocabulary, config.d_model);
        init.normal_(embedding.weight, 0, Math.Pow(config.d_model, -0.5));
        layers = new([.. Enumerable.Range(0, config.Layers).Select(_ => new DecoderLayer(config))]);
        norm = LayerNorm(config.d_model);
        if (config.Position == Position.T5Bias) relative = new RelativeBias(config.Heads);
        RegisterComponents();
    }

    public AlibiConfig Config { get; }

    /// <summary>The logits of the next token after each token; (B, T) to (B, T, V).</summary>
    public override Tensor forward(Tensor tokens)
    {
        using var scope = NewDisposeScope();
        var T = tokens.size(1);
        var x = embedding.call(tokens) * Math.Sqrt(Config.d_model);                     // (B, T, C)
        if (Config.Position == Position.Sinusoidal) x = x + Positions.Sinusoid(T, Config.d_model).to(x.device);
        // The same bias in every layer; without ALiBi, zeros below the diagonal or T5's table.
        var bias = Config.Position switch
        {
            Position.Alibi => Equations.Bias(Config.Heads, T, x.device),
            Position.T5Bias => relative!.call(arange(T, device: x.device)) + Positions.CausalMask(T, x.device),
            _ => Positions.CausalMask(T, x.device),
        };
        foreach (var layer in layers) x = layer.forward(x, bias);
        return functional.linear(norm.call(x), embedding.weight!).MoveToOuterDisposeScope();
    }
}
