namespace Lectern.Torch.Bench.Models;

/// <summary>A network with its batch.</summary>
internal interface ITrained
{
    Tensor Loss();
}
