// A BERT with half the layers, taught during pre-training by three losses at once.
//
// Victor Sanh, Lysandre Debut, Julien Chaumond, Thomas Wolf: DistilBERT, a distilled version of BERT: smaller, faster, cheaper and lighter, 2019. arXiv:1910.01108v4.
//
// This file is the plain reference: readable, any device, not fast. The teacher is in Bert.cs, the tokenizer in WordPiece.cs.
// Left out: gradient accumulation, mixed precision, the second distillation on a task (§3).
// Read with: papers/distillation.md, notes/distilbert.md. Checked by: DistilbertTests.
//
// Alphabet: B batch, T tokens, H heads, C = dim, D = C / H, V vocabulary. Names of layers are those of the published checkpoint.

namespace Lectern.Implementations.Distilbert;

public sealed record DistilbertConfig
{
    public long Vocabulary { get; init; } = 30_522;

    public long dim { get; init; } = 768;

    public long hidden_dim { get; init; } = 3072;

    public long Heads { get; init; } = 12;

    /// <summary>§2: half of the teacher's.</summary>
    public int Layers { get; init; } = 6;

    public long Positions { get; init; } = 512;

    public double Dropout { get; init; } = 0.1;

    /// <summary>The temperature of the soft targets; 2 in the published training command, not given in the paper.</summary>
    public double Temperature { get; init; } = 2;

    /// <summary>α_ce, α_mlm and α_cos; 5, 2 and 1 in the published training command, not given in the paper.</summary>
    public (double Soft, double Mlm, double Cosine) Weights { get; init; } = (5, 2, 1);

    /// <summary>distilbert-base-uncased.</summary>
    public static DistilbertConfig BaseUncased { get; } = new();

    /// <summary>§2: the teacher's general architecture and width, with every other layer left out.</summary>
    public static DistilbertConfig StudentOf(BertConfig teacher) => new()
    {
        Vocabulary = teacher.Vocabulary, dim = teacher.Hidden, hidden_dim = teacher.Intermediate, Heads = teacher.Heads,
        Layers = teacher.Layers / 2, Positions = teacher.Positions, Dropout = teacher.Dropout,
    };
}

public static class Equations
{
    #region eq-temperature
    // p_i = exp(z_i / T) / Σ_j exp(z_j / T)                                                                        §2
    public static Tensor LogSoftened(Tensor z, double T)
    {
        using var scaled = z / T;
        return scaled.log_softmax(-1);
    }
    #endregion

    #region eq-soft-targets
    // L_ce = −Σ_i t_i log s_i, both at temperature T: t from the teacher, s from the student.                      §2
    // The factor T² keeps the size of the gradient when T changes (Hinton 2015, §2.1).
    // DEPARTS: as in the authors' code, the teacher's entropy, a constant, is subtracted: 0 is then a perfect match.
    public static Tensor SoftLoss(Tensor student, Tensor teacher, double T)
    {
        using var scope = NewDisposeScope();
        var log_t = LogSoftened(teacher.detach(), T);                                   // (N, V), no gradient to the teacher
        var log_s = LogSoftened(student, T);                                            // (N, V)
        return ((log_t.exp() * (log_t - log_s)).sum(-1).mean() * (T * T)).MoveToOuterDisposeScope();
    }
    #endregion

    #region eq-cosine
    // L_cos = 1 − h_s · h_t / (‖h_s‖ ‖h_t‖)                                                                        §2
    public static Tensor CosineLoss(Tensor h_s, Tensor h_t)
    {
        using var scope = NewDisposeScope();
        var fixed_t = h_t.detach();
        var dot = (h_s * fixed_t).sum(-1);                                              // (N)
        return (1 - dot / (h_s.square().sum(-1).sqrt() * fixed_t.square().sum(-1).sqrt())).mean().MoveToOuterDisposeScope();
    }
    #endregion

    #region eq-triple-loss
    // L = α_ce L_ce + α_mlm L_mlm + α_cos L_cos                                                                    §2
    public static Tensor TripleLoss(Prediction student, Prediction teacher, Tensor labels, DistilbertConfig config)
    {
        using var scope = NewDisposeScope();
        var masked = labels.ne(MaskedLanguage.Ignored).flatten().nonzero().flatten();   // (N), the masked places
        Tensor At(Tensor x) => x.flatten(0, 1).index_select(0, masked);                 // (B, T, ·) to (N, ·)
        var (a, b, c) = config.Weights;
        var loss = SoftLoss(At(student.Logits), At(teacher.Logits), config.Temperature) * a
            + functional.cross_entropy(At(student.Logits), labels.flatten().index_select(0, masked)) * b
            + CosineLoss(At(student.Hidden), At(teacher.Hidden)) * c;
        return loss.MoveToOuterDisposeScope();
    }
    #endregion
}

/// <summary>What a model says of a text: its last hidden states (B, T, C) and the logits of every token (B, T, V).</summary>
public sealed record Prediction(Tensor Hidden, Tensor Logits);

public sealed class StudentAttention : Module
{
    private readonly long _heads;
    internal readonly Linear q_lin, k_lin, v_lin, out_lin;

    public StudentAttention(DistilbertConfig config)
        : base(nameof(StudentAttention))
    {
        _heads = config.Heads;
        q_lin = Linear(config.dim, config.dim);
        k_lin = Linear(config.dim, config.dim);
        v_lin = Linear(config.dim, config.dim);
        out_lin = Linear(config.dim, config.dim);
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor? mask)
    {
        using var scope = NewDisposeScope();
        Tensor Split(Tensor y) => y.unflatten(2, [_heads, y.size(2) / _heads]).transpose(1, 2);   // (B, H, T, D)
        var heads = BertEquations.Attention(Split(q_lin.call(x)), Split(k_lin.call(x)), Split(v_lin.call(x)), mask);
        return out_lin.call(heads.transpose(1, 2).flatten(2)).MoveToOuterDisposeScope();
    }
}

public sealed class StudentFeedForward : Module<Tensor, Tensor>
{
    internal readonly Linear lin1, lin2;

    public StudentFeedForward(DistilbertConfig config)
        : base(nameof(StudentFeedForward))
    {
        lin1 = Linear(config.dim, config.hidden_dim);
        lin2 = Linear(config.hidden_dim, config.dim);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return lin2.call(functional.gelu(lin1.call(x))).MoveToOuterDisposeScope();
    }
}

public sealed class StudentLayer : Module
{
    internal readonly StudentAttention attention;
    internal readonly StudentFeedForward ffn;
    internal readonly LayerNorm sa_layer_norm, output_layer_norm;
    private readonly Dropout _dropout;

    public StudentLayer(DistilbertConfig config)
        : base(nameof(StudentLayer))
    {
        attention = new StudentAttention(config);
        sa_layer_norm = LayerNorm(config.dim, 1e-12);
        ffn = new StudentFeedForward(config);
        output_layer_norm = LayerNorm(config.dim, 1e-12);
        _dropout = Dropout(config.Dropout);
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor? mask)
    {
        using var scope = NewDisposeScope();
        var y = sa_layer_norm.call(x + attention.forward(x, mask));
        return output_layer_norm.call(y + _dropout.call(ffn.call(y))).MoveToOuterDisposeScope();
    }
}

public sealed class StudentEmbeddings : Module<Tensor, Tensor>
{
    internal readonly Embedding word_embeddings, position_embeddings;
    internal readonly LayerNorm LayerNorm;
    private readonly Dropout _dropout;

    public StudentEmbeddings(DistilbertConfig config)
        : base(nameof(StudentEmbeddings))
    {
        // §2: "the token-type embeddings and the pooler are removed".
        word_embeddings = Embedding(config.Vocabulary, config.dim);
        position_embeddings = Embedding(config.Positions, config.dim);
        LayerNorm = nn.LayerNorm(config.dim, 1e-12);
        _dropout = Dropout(config.Dropout);
        RegisterComponents();
    }

    public override Tensor forward(Tensor tokens)
    {
        using var scope = NewDisposeScope();
        var places = arange(tokens.size(1), device: tokens.device);
        return _dropout.call(LayerNorm.call(word_embeddings.call(tokens) + position_embeddings.call(places))).MoveToOuterDisposeScope();
    }
}

public sealed class StudentTransformer : Module
{
    internal readonly ModuleList<StudentLayer> layer;

    public StudentTransformer(DistilbertConfig config)
        : base(nameof(StudentTransformer))
    {
        layer = new([.. Enumerable.Range(0, config.Layers).Select(_ => new StudentLayer(config))]);
        RegisterComponents();
    }

    public Tensor forward(Tensor x, Tensor? mask)
    {
        using var scope = NewDisposeScope();
        foreach (var one in layer) x = one.forward(x, mask);
        return x.MoveToOuterDisposeScope();
    }
}

/// <summary>The student without its head: distilbert-base-uncased has 66,362,880 weights here.</summary>
public sealed class StudentEncoder : Module
{
    internal readonly StudentEmbeddings embeddings;
    internal readonly StudentTransformer transformer;

    public StudentEncoder(DistilbertConfig config)
        : base(nameof(StudentEncoder))
    {
        embeddings = new StudentEmbeddings(config);
        transformer = new StudentTransformer(config);
        RegisterComponents();
    }

    public Tensor forward(Tensor tokens, Tensor? mask = null)
    {
        using var embedded = embeddings.call(tokens);
        return transformer.forward(embedded, mask);
    }
}

public sealed class Distilbert : Module
{
    internal readonly StudentEncoder distilbert;
    internal readonly Linear vocab_transform, vocab_projector;
    internal readonly LayerNorm vocab_layer_norm;

    public Distilbert(DistilbertConfig config)
        : base(nameof(Distilbert))
    {
        Config = config;
        distilbert = new StudentEncoder(config);
        vocab_transform = Linear(config.dim, config.dim);
        vocab_layer_norm = LayerNorm(config.dim, 1e-12);
        vocab_projector = Linear(config.dim, config.Vocabulary);
        RegisterComponents();
        BertEquations.Initialize(this);
        // One matrix for both, and one object: TorchSharp's embedding.weight is another at each reading, which parameters() lists twice.
        vocab_projector.weight = distilbert.embeddings.word_embeddings.get_parameter("weight")!;
    }

    public DistilbertConfig Config { get; }

    public StudentEncoder Encoder => distilbert;

    public Prediction forward(Tensor tokens, Tensor? mask = null)
    {
        var hidden = distilbert.forward(tokens, mask);                                  // (B, T, C)
        using var scope = NewDisposeScope();
        var logits = vocab_projector.call(vocab_layer_norm.call(functional.gelu(vocab_transform.call(hidden))));
        return new(hidden, logits.MoveToOuterDisposeScope());                           // (B, T, V)
    }

    /// <summary>§3: "taking one layer out of two" of the teacher, its embeddings and its head.</summary>
    public void InitializeFrom(Bert teacher)
    {
        using var no_gradients = no_grad();
        var from = teacher.state_dict();
        var to = state_dict();
        foreach (var (ours, theirs) in Names()) to[ours].copy_(from[theirs]);
    }

    private IEnumerable<(string Ours, string Theirs)> Names()
    {
        static (string, string)[] Both(string ours, string theirs) => [(ours + ".weight", theirs + ".weight"), (ours + ".bias", theirs + ".bias")];
        IEnumerable<(string, string)> names =
        [
            ("distilbert.embeddings.word_embeddings.weight", "bert.embeddings.word_embeddings.weight"),
            ("distilbert.embeddings.position_embeddings.weight", "bert.embeddings.position_embeddings.weight"),
            .. Both("distilbert.embeddings.LayerNorm", "bert.embeddings.LayerNorm"),
            .. Both("vocab_transform", "cls.predictions.transform.dense"),
            .. Both("vocab_layer_norm", "cls.predictions.transform.LayerNorm"),
            ("vocab_projector.bias", "cls.predictions.bias"),
        ];
        (string, string)[] parts =
        [
            ("attention.q_lin", "attention.self.query"), ("attention.k_lin", "attention.self.key"), ("attention.v_lin", "attention.self.value"),
            ("attention.out_lin", "attention.output.dense"), ("sa_layer_norm", "attention.output.LayerNorm"),
            ("ffn.lin1", "intermediate.dense"), ("ffn.lin2", "output.dense"), ("output_layer_norm", "output.LayerNorm"),
        ];
        return names.Concat(
            from i in Enumerable.Range(0, Config.Layers)
            from part in parts
            from name in Both($"distilbert.transformer.layer.{i}.{part.Item1}", $"bert.encoder.layer.{2 * i}.{part.Item2}")
            select name);
    }
}
