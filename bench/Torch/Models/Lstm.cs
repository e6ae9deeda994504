using TorchSharp.Modules;

namespace Lectern.Torch.Bench.Models;

/// <summary>A one-layer LSTM that reads 32 sequences of 64 characters. The same as <c>Lstm</c> in models.py.</summary>
internal sealed class Lstm : nn.Module<Tensor, Tensor>, ITrained
{
    private readonly Embedding table = nn.Embedding(65, 64);
    private readonly LSTM cells = nn.LSTM(64, 128, batchFirst: true);
    private readonly Linear head = nn.Linear(128, 65);
    private readonly Tensor _tokens = randint(65, [32, 65]);

    public Lstm()
        : base(nameof(Lstm)) => RegisterComponents();

    public override Tensor forward(Tensor tokens) => head.call(cells.call(table.call(tokens)).Item1); // (B, T, 65)

    public Tensor Loss()
    {
        var scores = call(_tokens[.., ..^1]);
        return nn.functional.cross_entropy(scores.reshape(-1, 65), _tokens[.., 1..].reshape(-1));
    }
}
