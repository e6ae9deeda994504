namespace TorchSharp;

public enum TensorStringStyle
{
    /// <summary>Shape, type and device only.</summary>
    Metadata,
    Julia,
    Numpy,
    CSharp,

    /// <summary>The one that <see cref="torch.TensorStringStyle"/> names.</summary>
    Default,
}

public enum PrintOptionsProfile
{
    @default = 0,
    @short = 1,
    full = 2,
}
