using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The handles of a list of tensors, which the list keeps alive for as long as this is used.</summary>
internal readonly struct TensorHandles
{
    /// <summary>A null stands for no tensor, unless the list, which is then named, must be full.</summary>
    public TensorHandles(IEnumerable<Tensor?>? tensors, string? required = null) =>
        Handles = tensors is null ? [] : Of(tensors as IReadOnlyList<Tensor?> ?? [.. tensors], required);

    public TensorHandles(TensorList list, string? required = null) => Handles = list.Handles;

    public nint[] Handles { get; }

    private static nint[] Of(IReadOnlyList<Tensor?> tensors, string? required)
    {
        var handles = new nint[tensors.Count];
        for (var i = 0; i < handles.Length; i++)
            handles[i] = tensors[i] is { } tensor ? tensor.Handle : required is null ? 0 : throw new ArgumentNullException(required);
        return handles;
    }
}
