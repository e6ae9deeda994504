namespace TorchSharp;

/// <summary>The rule that finds how many bins a histogram has.</summary>
public enum HistogramBinSelector : byte
{
    Doane = 0,
    Rice,
    Scott,
    Sqrt,
    Stone,
    Sturges,
    Tensorflow,
}
