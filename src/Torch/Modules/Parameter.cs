namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns.</summary>
public class Parameter : torch.Tensor
{
    /// <summary>Takes the tensor over: <paramref name="data"/> is invalid afterwards.</summary>
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(Leaf(data)) => this.requires_grad = requires_grad;

    private static nint Leaf(torch.Tensor data)
    {
        if (data.is_leaf) return data.DecoupleFromNativeHandle();
        using (data) return data.detach().DecoupleFromNativeHandle();
    }
}
