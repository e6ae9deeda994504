namespace TorchSharp;

/// <summary>How the locally optimal block preconditioned conjugate gradient method keeps its basis independent.</summary>
public enum LobpcgMethod
{
    basic,
    ortho,
}

public static partial class torch
{
    public enum LobpcgMethod
    {
        basic,
        ortho,
    }
}
