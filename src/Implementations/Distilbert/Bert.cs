// The teacher: a Transformer encoder that learns by filling in masked words.
//
// Jacob Devlin, Ming-Wei Chang, Kenton Lee, Kristina Toutanova: BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding, 2018.
// arXiv:1810.04805v2. Names of layers are those of the published checkpoint bert-base-uncased.
// Left out: the prediction of the next sentence.

namespace Lectern.Implementations.Distilbert;

public sealed record BertConfig
{
    public long Vocabulary { get; init; } = 30_522;

    public long Hidden { get; init; } = 768;

    public long Intermediate { get; init; } = 3072;

    public long Heads { get; init; } = 12;

    public int Layers { get; init; } = 12;

    public long Positions { get; init; } = 512;

    /// <summary>Which of two sentences a token belongs to.</summary>
    public long Segments { get; init; } = 2;

    public double Dropout { get; init; } = 0.1;

    public static BertConfig BaseUncased { get; } = new();
}

public static class BertEquations
{
    // softmax(Q Kᵀ / √D) V, Vaswani 2017 (1), as in Attention/Attention.cs. The mask is true where a token may be read.
    public static Tensor Attention(Tensor Q, Tensor K, Tensor V, Tensor? mask = null)
    {
        using var scope = NewDisposeScope();
        var scores = Q.matmul(K.transpose(-2, -1)) / Math.Sqrt(Q.size(-1));             // (B, H, T, T)
        if (mask is not null) scores = scores.masked_fill(mask.logical_not(), double.NegativeInfinity);
        return scores.softmax(-1).matmul(V).MoveToOuterDisposeScope();                  // (B, H, T, D)
    }

    /// <summary>Weights of linear layers and embeddings from N(0, 0.02²), biases zero, as in the published code.</summary>
    public static void Initialize(Module model)
    {
        using var no_gradients = no_grad();
        foreach (var module in model.modules())
        {
            if (module is Linear linear)
            {
                _ = init.normal_(linear.weight!, 0, 0.02);
                if (linear.bias is not null) _ = init.zeros_(linear.bias);
            }
            else if (module is Embedding embedding)
            {
                _ = init.normal_(embedding.weight!, 0, 0.02);
            }
        }
    }
}

public sealed class BertSelfAttention : Module
{
    private readonly long _heads;
    private readonly Linear query, key, value;

    public BertSelfAttention(BertConfig config)
        : base(nameof(BertSelfAttention))
    {
        _heads = config.Heads;
        query = Linear(config.Hidden, config.Hidden);
        key = Linear(config.Hidden, config.Hidden);
        value = Linear(config.Hidden, config.Hidden);
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor? mask)
    {
        using var scope = NewDisposeScope();
        Tensor Split(Tensor y) => y.unflatten(2, [_heads, y.size(2) / _heads]).transpose(1, 2);   // (B, H, T, D)
        var heads = BertEquations.Attention(Split(query.call(x)), Split(key.call(x)), Split(value.call(x)), mask);
        return heads.transpose(1, 2).flatten(2).MoveToOuterDisposeScope();              // (B, T, C)
    }
}

/// <summary>A linear layer, dropout, and the norm of the sum with what came in.</summary>
public sealed class BertOutput : Module
{
    private readonly Linear dense;
    private readonly LayerNorm LayerNorm;
    private readonly Dropout _dropout;

    public BertOutput(long inputs, BertConfig config)
        : base(nameof(BertOutput))
    {
        dense = Linear(inputs, config.Hidden);
        LayerNorm = nn.LayerNorm(config.Hidden, 1e-12);
        _dropout = Dropout(config.Dropout);
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor residual)
    {
        using var scope = NewDisposeScope();
        return LayerNorm.call(residual + _dropout.call(dense.call(x))).MoveToOuterDisposeScope();
    }
}

public sealed class BertAttention : Module
{
    private readonly BertSelfAttention self;
    private readonly BertOutput output;

    public BertAttention(BertConfig config)
        : base(nameof(BertAttention))
    {
        self = new BertSelfAttention(config);
        output = new BertOutput(config.Hidden, config);
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor? mask)
    {
        using var attended = self.forward(x, mask);
        return output.forward(attended, x);
    }
}

/// <summary>A linear layer and GELU, under the name that it has in the checkpoint.</summary>
public sealed class BertIntermediate : Module<Tensor, Tensor>
{
    private readonly Linear dense;

    public BertIntermediate(BertConfig config)
        : base(nameof(BertIntermediate))
    {
        dense = Linear(config.Hidden, config.Intermediate);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var y = dense.call(x);
        return functional.gelu(y);
    }
}

public sealed class BertLayer : Module
{
    private readonly BertAttention attention;
    private readonly BertIntermediate intermediate;
    private readonly BertOutput output;

    public BertLayer(BertConfig config)
        : base(nameof(BertLayer))
    {
        attention = new BertAttention(config);
        intermediate = new BertIntermediate(config);
        output = new BertOutput(config.Intermediate, config);
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor? mask)
    {
        using var scope = NewDisposeScope();
        var y = attention.forward(x, mask);
        return output.forward(intermediate.call(y), y).MoveToOuterDisposeScope();
    }
}

public sealed class BertEmbeddings : Module
{
    internal readonly Embedding word_embeddings, position_embeddings, token_type_embeddings;
    private readonly LayerNorm LayerNorm;
    private readonly Dropout _dropout;

    public BertEmbeddings(BertConfig config)
        : base(nameof(BertEmbeddings))
    {
        word_embeddings = Embedding(config.Vocabulary, config.Hidden);
        position_embeddings = Embedding(config.Positions, config.Hidden);
        token_type_embeddings = Embedding(config.Segments, config.Hidden);
        LayerNorm = nn.LayerNorm(config.Hidden, 1e-12);
        _dropout = Dropout(config.Dropout);
        RegisterComponents();
    }

    public Tensor forward(Tensor tokens, Tensor? segments)
    {
        using var scope = NewDisposeScope();
        var places = arange(tokens.size(1), device: tokens.device);
        var sum = word_embeddings.call(tokens) + position_embeddings.call(places) + token_type_embeddings.call(segments ?? zeros_like(tokens));
        return _dropout.call(LayerNorm.call(sum)).MoveToOuterDisposeScope();
    }
}

public sealed class BertStack : Module
{
    private readonly ModuleList<BertLayer> layer;

    public BertStack(BertConfig config)
        : base(nameof(BertStack))
    {
        layer = new([.. Enumerable.Range(0, config.Layers).Select(_ => new BertLayer(config))]);
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor? mask)
    {
        using var scope = NewDisposeScope();
        foreach (var one in layer) x = one.forward(x, mask);
        return x.MoveToOuterDisposeScope();
    }
}

public sealed class BertPooler : Module<Tensor, Tensor>
{
    private readonly Linear dense;

    public BertPooler(BertConfig config)
        : base(nameof(BertPooler))
    {
        dense = Linear(config.Hidden, config.Hidden);
        RegisterComponents();
    }

    /// <summary>From hidden states (B, T, C) to one vector for the text, out of its first token; (B, C).</summary>
    public override Tensor forward(Tensor hidden)
    {
        using var scope = NewDisposeScope();
        return dense.call(hidden.select(1, 0)).tanh().MoveToOuterDisposeScope();
    }
}

/// <summary>The teacher without its head: bert-base-uncased has 109,482,240 weights here.</summary>
public sealed class BertEncoder : Module
{
    internal readonly BertEmbeddings embeddings;
    private readonly BertStack encoder;
    private readonly BertPooler pooler;

    public BertEncoder(BertConfig config)
        : base(nameof(BertEncoder))
    {
        embeddings = new BertEmbeddings(config);
        encoder = new BertStack(config);
        pooler = new BertPooler(config);
        RegisterComponents();
    }

    public Tensor forward(Tensor tokens, Tensor? mask = null, Tensor? segments = null)
    {
        using var embedded = embeddings.forward(tokens, segments);
        return encoder.forward(embedded, mask);
    }

    public Tensor Pool(Tensor hidden) => pooler.call(hidden);
}

public sealed class Bert : Module
{
    private readonly BertEncoder bert;
    private readonly BertHead cls;

    public Bert(BertConfig config)
        : base(nameof(Bert))
    {
        Config = config;
        bert = new BertEncoder(config);
        cls = new BertHead(config);
        RegisterComponents();
        BertEquations.Initialize(this);
    }

    public BertConfig Config { get; }

    public BertEncoder Encoder => bert;

    public Prediction forward(Tensor tokens, Tensor? mask = null, Tensor? segments = null)
    {
        var hidden = bert.forward(tokens, mask, segments);
        return new(hidden, cls.predictions.forward(hidden, bert.embeddings.word_embeddings.weight!));
    }
}
