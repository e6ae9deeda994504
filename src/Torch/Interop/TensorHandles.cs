using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The handles of a list of tensors, which the list keeps alive for as long as this is used.</summary>
internal readonly struct TensorHandles(IEnumerable<Tensor?>? tensors)
{
    public nint[] Handles { get; } = tensors is null ? [] : [.. tensors.Select(tensor => tensor is null ? 0 : tensor.Handle)];
}
