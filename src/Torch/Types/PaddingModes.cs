namespace TorchSharp;

/// <summary>What stands beyond the border of the input.</summary>
public enum PaddingModes
{
    Zeros = 0,
    Reflect = 1,
    Replicate = 2,
    Circular = 3,
    Constant = 4,
}

/// <summary>How much is padded: nothing, or as much as makes the output as long as the input.</summary>
public enum Padding
{
    Valid = 0,
    Same = 1,
}
