namespace TorchSharp;

public static partial class torch
{
    /// <summary>How many elements, or how much of their weight, fall between neighbouring edges; as a density, the area is one.</summary>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double, double)? range = null, Tensor? weight = null, bool density = false) =>
        Histogram(input, bins, range is var (low, high) ? [low, high] : null, weight, density);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double, double)? range, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins, range);

    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, long bins, (double, double)? range, Tensor? weight, bool density, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins, range, weight, density);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight, bool density, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins, weight, density);

    [Aten("histogram.bin_ct", "input, bins, range, weight, density")]
    private static partial (Tensor hist, Tensor bin_edges) Histogram(Tensor input, long bins, double[]? range, Tensor? weight, bool density);
}
