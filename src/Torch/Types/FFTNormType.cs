namespace TorchSharp;

/// <summary>Where the factor of a Fourier transform of n values stands: 1/n backward, 1/n forward, or 1/√n on both ways.</summary>
public enum FFTNormType
{
    Backward = 0,
    Forward = 1,
    Ortho = 2,
}
