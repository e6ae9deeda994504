// Attention replaces recurrence: every position of a sequence reads every other in one step.
//
// Ashish Vaswani, Noam Shazeer, Niki Parmar, Jakob Uszkoreit, Llion Jones, Aidan N. Gomez, Łukasz Kaiser, Illia Polosukhin:
// Attention Is All You Need, 2017. arXiv:1706.03762v7.
//
// This file is the plain reference: readable, any device, not fast.
// Left out: byte-pair encoding, batching by length, checkpoint averaging. Decoding is in Decoding.cs, the loss and the schedule in Training.cs.
// Read with: papers/transformers.md, notes/attention.md. Checked by: AttentionTests.
//
// Alphabet: B batch, T target tokens, S source tokens, H heads, C = d_model, D = d_k = d_v = C / H, F = d_ff, V vocabulary.

namespace Lectern.Implementations.Attention;

/// <summary>Where the norm of a sublayer stands: after the sum, as in the paper, or before the sublayer, as most models since.</summary>
public enum NormPlace
{
    Post,
    Pre,
}

public sealed record AttentionConfig
{
    /// <summary>§5.1: one vocabulary of about 37,000 tokens for both languages.</summary>
    public long Vocabulary { get; init; } = 37_000;

    public long d_model { get; init; } = 512;

    /// <summary>§3.3: four times d_model in both models of Table 3.</summary>
    public long d_ff { get; init; } = 2048;

    public long Heads { get; init; } = 8;

    /// <summary>Layers of each of the two stacks.</summary>
    public long Layers { get; init; } = 6;

    /// <summary>§5.4: on every sublayer's output and on the sums of embeddings and positions.</summary>
    public double Dropout { get; init; } = 0.1;

    public NormPlace Norm { get; init; } = NormPlace.Post;

    /// <summary>False leaves 1/√d_k out: an ablation, not in the paper's tables.</summary>
    public bool Scaled { get; init; } = true;

    /// <summary>False adds no encodings at all: an ablation; Table 3 (E) replaces them with learned ones.</summary>
    public bool Positions { get; init; } = true;

    /// <summary>Table 3, first line.</summary>
    public static AttentionConfig Base { get; } = new();

    /// <summary>Table 3, last line.</summary>
    public static AttentionConfig Big { get; } = new() { d_model = 1024, d_ff = 4096, Heads = 16, Dropout = 0.3 };

    internal AttentionConfig Checked() => d_model % Heads == 0
        ? this
        : throw new ArgumentException($"d_model = {d_model} does not divide into {Heads} heads.");
}

public static class Equations
{
    #region eq-attention
    // Attention(Q, K, V) = softmax(Q Kᵀ / √d_k) V                                                                  (1)
    public static Tensor Attention(Tensor Q, Tensor K, Tensor V, Tensor? mask = null, bool scaled = true)
    {
        using var scope = NewDisposeScope();
        var scores = Q.matmul(K.transpose(-2, -1));                                     // (B, H, T, S)
        if (scaled) scores = scores / Math.Sqrt(Q.size(-1));
        // §3.2.3: illegal connections are set to −∞ before the softmax. The mask is true where a query may look.
        if (mask is not null) scores = scores.masked_fill(mask.logical_not(), double.NegativeInfinity);
        var weights = scores.softmax(-1);                                               // (B, H, T, S), rows sum to 1
        return weights.matmul(V).MoveToOuterDisposeScope();                             // (B, H, T, D)
    }
    #endregion

    #region eq-sinusoid
    // PE(pos, 2i) = sin(pos / 10000^(2i/d_model)),  PE(pos, 2i+1) = cos(pos / 10000^(2i/d_model))                  §3.5
    public static Tensor Positions(long count, long d_model)
    {
        using var scope = NewDisposeScope();
        var pos = arange(count, dtype: float64).unsqueeze(1);                           // (T, 1)
        var two_i = arange(0, d_model, 2, dtype: float64);                              // (C / 2)
        var angle = pos * (two_i * (-Math.Log(10_000) / d_model)).exp();                // (T, C / 2)
        return stack([angle.sin(), angle.cos()], -1).flatten(1).to(float32).MoveToOuterDisposeScope();   // (T, C)
    }
    #endregion

    /// <summary>True where query t may look at key s ≤ t; (T, T).</summary>
    public static Tensor CausalMask(long T, Device device)
    {
        using var all = ones(T, T, dtype: @bool, device: device);
        return all.tril();
    }

    /// <summary>True where a token is not padding; (B, 1, 1, S).</summary>
    public static Tensor PaddingMask(Tensor tokens, long padding)
    {
        using var present = tokens.ne(padding);
        return present.unsqueeze(1).unsqueeze(2);
    }
}

/// <summary>The keys and values of the tokens read so far, kept so that decoding need not compute them again.</summary>
public sealed class KeyValueCache
{
    public Tensor? K { get; set; }

    public Tensor? V { get; set; }
}

public sealed class MultiHeadAttention : Module
{
    private readonly AttentionConfig _config;
    private readonly Linear W_q, W_k, W_v, W_o;

    public MultiHeadAttention(AttentionConfig config)
        : base(nameof(MultiHeadAttention))
    {
        _config = config.Checked();
        // DEPARTS: the four projections have biases; equation (eq-multi-head) writes none, the authors' code has none.
        // With them the base model has the 63.08 M weights that are usually counted.
        W_q = Linear(config.d_model, config.d_model);
        W_k = Linear(config.d_model, config.d_model);
        W_v = Linear(config.d_model, config.d_model);
        W_o = Linear(config.d_model, config.d_model);
        RegisterComponents();
    }

    #region eq-multi-head
    // MultiHead(Q, K, V) = Concat(head_1, …, head_h) W^O,  head_i = Attention(Q W_i^Q, K W_i^K, V W_i^V)           §3.2.2
    public Tensor forward(Tensor query, Tensor memory, Tensor? mask = null, KeyValueCache? cache = null, bool grows = true)
    {
        using var scope = NewDisposeScope();
        var Q = Split(W_q.call(query));                                                 // (B, H, T, D)
        var (K, V) = Read(memory, cache, grows);                                        // (B, H, S, D) each
        var heads = Equations.Attention(Q, K, V, mask, _config.Scaled);                 // (B, H, T, D)
        var concat = heads.transpose(1, 2).flatten(2);                                  // (B, T, C)
        return W_o.call(concat).MoveToOuterDisposeScope();
    }

    // The h matrices W_i^Q stand side by side in one (C, C) matrix; a head is a slice of its output.
    private Tensor Split(Tensor x) => x.unflatten(2, [_config.Heads, _config.d_model / _config.Heads]).transpose(1, 2);
    #endregion

    // Keys and values of the memory; with a cache, those of new tokens are appended to the old (self-attention, grows) or the old serve again.
    private (Tensor K, Tensor V) Read(Tensor memory, KeyValueCache? cache, bool grows)
    {
        if (cache is { K: not null, V: not null } && !grows) return (cache.K, cache.V);
        var (K, V) = (Split(W_k.call(memory)), Split(W_v.call(memory)));
        if (cache is null) return (K, V);
        if (cache is { K: not null, V: not null })
        {
            var (old_K, old_V) = (cache.K, cache.V);
            (K, V) = (cat([old_K, K], 2), cat([old_V, V], 2));
            old_K.Dispose();
            old_V.Dispose();
        }

        (cache.K, cache.V) = (K.DetachFromDisposeScope(), V.DetachFromDisposeScope());
        return (K, V);
    }
}

public sealed class FeedForward : Module<Tensor, Tensor>
{
    private readonly Linear W_1, W_2;

    public FeedForward(AttentionConfig config)
        : base(nameof(FeedForward))
    {
        W_1 = Linear(config.d_model, config.d_ff);
        W_2 = Linear(config.d_ff, config.d_model);
        RegisterComponents();
    }

    #region eq-ffn
    // FFN(x) = max(0, x W_1 + b_1) W_2 + b_2                                                                       (2)
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var hidden = functional.relu(W_1.call(x));                                      // (B, T, F)
        return W_2.call(hidden).MoveToOuterDisposeScope();                              // (B, T, C)
    }
    #endregion
}

/// <summary>A sublayer with its residual path, dropout and norm.</summary>
public sealed class Residual : Module
{
    private readonly LayerNorm norm;
    private readonly Dropout dropout;
    private readonly NormPlace _place;

    public Residual(AttentionConfig config)
        : base(nameof(Residual))
    {
        _place = config.Norm;
        norm = LayerNorm(config.d_model);
        dropout = Dropout(config.Dropout);
        RegisterComponents();
    }

    // Post: LayerNorm(x + Sublayer(x)), §3.1.   Pre: x + Sublayer(LayerNorm(x)), Xiong 2020 (2002.04745).
    public Tensor forward(Tensor x, Func<Tensor, Tensor> sublayer)
    {
        using var scope = NewDisposeScope();
        var y = _place == NormPlace.Post
            ? norm.call(x + dropout.call(sublayer(x)))
            : x + dropout.call(sublayer(norm.call(x)));
        return y.MoveToOuterDisposeScope();                                             // (B, T, C)
    }
}

public sealed class EncoderLayer : Module
{
    private readonly MultiHeadAttention attention;
    private readonly FeedForward ffn;
    private readonly Residual around_attention, around_ffn;

    public EncoderLayer(AttentionConfig config)
        : base(nameof(EncoderLayer))
    {
        attention = new MultiHeadAttention(config);
        ffn = new FeedForward(config);
        around_attention = new Residual(config);
        around_ffn = new Residual(config);
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor? mask)
    {
        using var attended = around_attention.forward(x, y => attention.forward(y, y, mask));
        return around_ffn.forward(attended, ffn.call);
    }
}

public sealed class DecoderLayer : Module
{
    private readonly MultiHeadAttention self_attention, cross_attention;
    private readonly FeedForward ffn;
    private readonly Residual around_self, around_cross, around_ffn;

    public DecoderLayer(AttentionConfig config)
        : base(nameof(DecoderLayer))
    {
        self_attention = new MultiHeadAttention(config);
        cross_attention = new MultiHeadAttention(config);
        ffn = new FeedForward(config);
        around_self = new Residual(config);
        around_cross = new Residual(config);
        around_ffn = new Residual(config);
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor memory, Tensor? self_mask, Tensor? memory_mask, DecoderCache.Layer? cache = null)
    {
        using var scope = NewDisposeScope();
        var y = around_self.forward(x, z => self_attention.forward(z, z, self_mask, cache?.Self));
        y = around_cross.forward(y, z => cross_attention.forward(z, memory, memory_mask, cache?.Cross, grows: false));
        return around_ffn.forward(y, ffn.call).MoveToOuterDisposeScope();
    }
}

public sealed class Transformer : Module
{
    private readonly Embedding embedding;
    private readonly Dropout dropout;
    private readonly ModuleList<EncoderLayer> encoder;
    private readonly ModuleList<DecoderLayer> decoder;
    private readonly LayerNorm? encoder_norm, decoder_norm;

    public Transformer(AttentionConfig config)
        : base(nameof(Transformer))
    {
        Config = config.Checked();
        embedding = Embedding(config.Vocabulary, config.d_model);
        // §3.4 multiplies embeddings by √d_model: with this variance they then have the scale of the encodings.
        init.normal_(embedding.weight, 0, Math.Pow(config.d_model, -0.5));
        dropout = Dropout(config.Dropout);
        encoder = new([.. Enumerable.Range(0, (int)config.Layers).Select(_ => new EncoderLayer(config))]);
        decoder = new([.. Enumerable.Range(0, (int)config.Layers).Select(_ => new DecoderLayer(config))]);
        // Before-norm leaves the sum of the last layer unnormalised; the paper's after-norm does not.
        if (config.Norm == NormPlace.Pre) (encoder_norm, decoder_norm) = (LayerNorm(config.d_model), LayerNorm(config.d_model));
        RegisterComponents();
    }

    public AttentionConfig Config { get; }

    public Tensor forward(Tensor source, Tensor target, Tensor? source_mask = null)
    {
        using var memory = Encode(source, source_mask);
        return Decode(target, memory, source_mask);
    }

    public Tensor Encode(Tensor source, Tensor? source_mask = null)
    {
        using var scope = NewDisposeScope();
        var x = Embed(source, 0);                                                       // (B, S, C)
        foreach (var layer in encoder) x = layer.forward(x, source_mask);
        return (encoder_norm?.call(x) ?? x).MoveToOuterDisposeScope();
    }

    /// <summary>The logits of the next token after each target token. With a cache, <paramref name="target"/> holds the new tokens only.</summary>
    public Tensor Decode(Tensor target, Tensor memory, Tensor? source_mask = null, DecoderCache? cache = null)
    {
        using var scope = NewDisposeScope();
        var x = Embed(target, cache?.Length ?? 0);                                      // (B, T, C)
        var mask = cache is { Length: > 0 } ? null : Equations.CausalMask(target.size(1), target.device);
        for (var i = 0; i < decoder.Count; i++) x = decoder[i].forward(x, memory, mask, source_mask, cache?.Layers[i]);
        if (cache is not null) cache.Length += target.size(1);
        // §3.4: one matrix is both embeddings and, transposed, the projection before the softmax.
        return functional.linear(decoder_norm?.call(x) ?? x, embedding.weight!).MoveToOuterDisposeScope();   // (B, T, V)
    }

    private Tensor Embed(Tensor tokens, long first)
    {
        using var scope = NewDisposeScope();
        var x = embedding.call(tokens) * Math.Sqrt(Config.d_model);                     // (B, T, C)
        if (Config.Positions) x = x + Equations.Positions(first + tokens.size(1), Config.d_model).to(x.device)[TensorIndex.Slice(first)];
        return dropout.call(x).MoveToOuterDisposeScope();
    }
}
