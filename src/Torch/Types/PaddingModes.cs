namespace TorchSharp;

/// <summary>What stands beyond the edges of a tensor; the numbers are TorchSharp's.</summary>
public enum PaddingModes
{
    Zeros = 0,
    Reflect = 1,
    Replicate = 2,
    Circular = 3,
    Constant = 4,
}
