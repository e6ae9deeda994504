using TorchSharp.Modules;

namespace Lectern.Torch.Bench.Models;

/// <summary>Two hidden layers, on batches of 64 rows. The same as <c>Mlp</c> in models.py.</summary>
internal sealed class Mlp : nn.Module<Tensor, Tensor>, ITrained
{
    private readonly Linear first = nn.Linear(64, 128);
    private readonly Linear second = nn.Linear(128, 128);
    private readonly Linear last = nn.Linear(128, 10);
    private readonly Tensor _x = randn(64, 64);
    private readonly Tensor _y = randint(10, [64]);

    public Mlp()
        : base(nameof(Mlp)) => RegisterComponents();

    public override Tensor forward(Tensor x) => last.call(second.call(first.call(x).relu()).relu());

    public Tensor Loss() => nn.functional.cross_entropy(call(_x), _y);
}
