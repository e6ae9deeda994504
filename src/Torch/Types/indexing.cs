namespace TorchSharp;

/// <summary>The order of the first two dimensions of a grid: columns first (xy), or rows first (ij).</summary>
public enum indexing
{
    xy,
    ij,
}
