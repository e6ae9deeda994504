namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors made on this thread from now on are disposed with the scope, unless they are moved out of it.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.OfThread.Open();

    /// <summary>Evaluates an expression and disposes every tensor it made but its result.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }
}
