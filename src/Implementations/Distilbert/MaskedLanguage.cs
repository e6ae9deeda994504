// What BERT learns from: texts in which some words are hidden, and the head that fills them in (Devlin 2018, §3.1).

namespace Lectern.Implementations.Distilbert;

public static class MaskedLanguage
{
    /// <summary>The label of a token that is not to be predicted.</summary>
    public const long Ignored = -100;

    /// <summary>
    /// §3.1: 15 % of the tokens are to be predicted; of these 80 % are replaced by [MASK], 10 % by a random token, and 10 % are left as they are.
    /// Tokens below <paramref name="special"/> are never chosen.
    /// </summary>
    public static (Tensor Tokens, Tensor Labels) Mask(Tensor tokens, long mask, long vocabulary, long special = 0, Generator? generator = null)
    {
        using var scope = NewDisposeScope();
        Tensor Draw() => rand(tokens.shape, generator: generator).to(tokens.device);
        var chosen = (Draw() < 0.15).logical_and(tokens.ge(special));
        var how = Draw();
        var random = randint(special, vocabulary, tokens.shape, generator: generator).to(tokens.device);
        var shown = tokens.masked_fill(chosen.logical_and(how < 0.8), mask);
        shown = where(chosen.logical_and(how >= 0.9), random, shown);
        var labels = tokens.masked_fill(chosen.logical_not(), Ignored);
        return (shown.MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope());
    }
}

public sealed class BertTransform : Module<Tensor, Tensor>
{
    private readonly Linear dense;
    private readonly LayerNorm LayerNorm;

    public BertTransform(BertConfig config)
        : base(nameof(BertTransform))
    {
        dense = Linear(config.Hidden, config.Hidden);
        LayerNorm = nn.LayerNorm(config.Hidden, 1e-12);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return LayerNorm.call(functional.gelu(dense.call(x))).MoveToOuterDisposeScope();
    }
}

public sealed class BertPredictions : Module
{
    private readonly BertTransform transform;
    private readonly Parameter bias;

    public BertPredictions(BertConfig config)
        : base(nameof(BertPredictions))
    {
        transform = new BertTransform(config);
        bias = Parameter(zeros(config.Vocabulary));
        RegisterComponents();
    }

    /// <summary>The projection to the vocabulary is the matrix of the embeddings.</summary>
    public Tensor forward(Tensor hidden, Tensor embeddings)
    {
        using var transformed = transform.call(hidden);
        return functional.linear(transformed, embeddings, bias);
    }
}

public sealed class BertHead : Module
{
    internal readonly BertPredictions predictions;

    public BertHead(BertConfig config)
        : base(nameof(BertHead))
    {
        predictions = new BertPredictions(config);
        RegisterComponents();
    }
}
