using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The handles of a list of tensors, which the list keeps alive for as long as this is used.</summary>
internal readonly struct TensorHandles
{
    public TensorHandles(IEnumerable<Tensor?>? tensors, string? required = null) =>
        Handles = tensors is null ? [] : [.. tensors.Select(tensor => Handle(tensor, required))];

    public TensorHandles(TensorList list, string? required = null) => Handles = list.Handles;

    public nint[] Handles { get; }

    /// <summary>A null stands for no tensor, unless the list, which is then named, must be full.</summary>
    private static nint Handle(Tensor? tensor, string? required) =>
        tensor is not null ? tensor.Handle : required is null ? 0 : throw new ArgumentNullException(required);
}
