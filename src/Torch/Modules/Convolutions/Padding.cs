namespace TorchSharp;

/// <summary>How much a convolution pads: nothing, or so much that its output is as large as its input.</summary>
public enum Padding
{
    Valid = 0,
    Same = 1,
}
