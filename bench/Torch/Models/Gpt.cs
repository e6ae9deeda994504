using TorchSharp.Modules;

namespace Lectern.Torch.Bench.Models;

/// <summary>
/// A decoder of four pre-norm blocks, d = 256, T = 256, eight heads, 256 tokens, batches of 2. The same as <c>Gpt</c> in models.py.
/// Alphabet: B batch, T tokens, H heads, D head width, C = H · D.
/// </summary>
internal sealed class Gpt : nn.Module<Tensor, Tensor>, ITrained
{
    private const int Batch = 2, Context = 256, Width = 256, Vocabulary = 256;

    private readonly Embedding tokens = nn.Embedding(Vocabulary, Width);
    private readonly Embedding positions = nn.Embedding(Context, Width);
    private readonly ModuleList<GptBlock> blocks = nn.ModuleList([.. Enumerable.Range(0, 4).Select(_ => new GptBlock(Width, 8, Context))]);
    private readonly LayerNorm norm = nn.LayerNorm(Width);
    private readonly Linear head = nn.Linear(Width, Vocabulary, hasBias: false);
    private readonly Tensor _text = randint(Vocabulary, [Batch, Context + 1]);
    private readonly Tensor _places = arange(Context);

    public Gpt()
        : base(nameof(Gpt)) => RegisterComponents();

    public override Tensor forward(Tensor text)
    {
        var x = tokens.call(text) + positions.call(_places); // (B, T, C)
        foreach (var block in blocks) x = block.call(x);
        return head.call(norm.call(x)); // (B, T, vocabulary)
    }

    public Tensor Loss()
    {
        var scores = call(_text[.., ..^1]);
        return nn.functional.cross_entropy(scores.reshape(-1, Vocabulary), _text[.., 1..].reshape(-1));
    }
}

internal sealed class GptBlock : nn.Module<Tensor, Tensor>
{
    private readonly LayerNorm norm1, norm2;
    private readonly Linear qkv, projection, widen, narrow;
    private readonly Tensor _future;
    private readonly int _heads;

    public GptBlock(int width, int heads, int context)
        : base(nameof(GptBlock))
    {
        _heads = heads;
        (norm1, norm2) = (nn.LayerNorm(width), nn.LayerNorm(width));
        (qkv, projection) = (nn.Linear(width, 3 * width), nn.Linear(width, width));
        (widen, narrow) = (nn.Linear(width, 4 * width), nn.Linear(4 * width, width));
        _future = ones(context, context, dtype: ScalarType.Bool).triu(1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor x)
    {
        x += Attend(norm1.call(x));
        return x + narrow.call(nn.functional.gelu(widen.call(norm2.call(x))));
    }

    private Tensor Attend(Tensor x)
    {
        var (b, t, c) = (x.shape[0], x.shape[1], x.shape[2]);
        var parts = qkv.call(x).view(b, t, 3, _heads, c / _heads).permute(2, 0, 3, 1, 4); // (3, B, H, T, D)
        var (q, k, v) = (parts[0], parts[1], parts[2]);
        var scores = q.matmul(k.transpose(-2, -1)) * (1 / Math.Sqrt(c / _heads)); // (B, H, T, T)
        var weights = scores.masked_fill(_future, double.NegativeInfinity).softmax(-1);
        return projection.call(weights.matmul(v).transpose(1, 2).reshape(b, t, c)); // (B, T, C)
    }
}
