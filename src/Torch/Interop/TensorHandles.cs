using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The handles of a list of tensors, which the list keeps alive for as long as this is used.</summary>
internal readonly struct TensorHandles
{
    public TensorHandles(IEnumerable<Tensor?>? tensors) =>
        Handles = tensors is null ? [] : Of(tensors as IReadOnlyList<Tensor?> ?? [.. tensors]);

    public TensorHandles(TensorList list) => Handles = list.Handles;

    public nint[] Handles { get; }

    private static nint[] Of(IReadOnlyList<Tensor?> tensors)
    {
        var handles = new nint[tensors.Count];
        for (var i = 0; i < handles.Length; i++) handles[i] = tensors[i]?.Handle ?? 0;
        return handles;
    }
}
