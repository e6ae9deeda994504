using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The adjoint of a convolution: each input element adds the kernel, weighted by it, to the output.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(
        string name,
        long in_channels,
        long out_channels,
        long[] kernel_size,
        long[] stride,
        long[]? padding,
        Padding? padding_type,
        long[] dilation,
        bool transposed,
        long[] output_padding,
        long groups,
        bool bias,
        PaddingModes padding_mode,
        Device? device = null,
        ScalarType? dtype = null)
        : base(name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding, groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <summary>
    /// What has to be added on the far side to reach <paramref name="output_size"/>, which a stride leaves open:
    /// (n - 1) · stride - 2 · padding + dilation · (kernel - 1) + 1 is the smallest size.
    /// </summary>
    protected long[] _output_padding(Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null) return output_padding;
        var shape = input.shape;
        var first = shape.Length - (int)num_spatial_dims;
        if (output_size.Length == shape.Length) output_size = output_size[first..];
        if (output_size.Length != num_spatial_dims)
            throw new ArgumentException($"The size of the output takes {num_spatial_dims} or {shape.Length} numbers, not {output_size.Length}.", nameof(output_size));
        var added = new long[num_spatial_dims];
        for (var d = 0; d < added.Length; d++)
        {
            var smallest = (shape[first + d] - 1) * stride[d] - 2 * padding[d] + dilation[d] * (kernel_size[d] - 1) + 1;
            added[d] = output_size[d] - smallest;
            if (added[d] < 0 || added[d] >= stride[d])
                throw new ArgumentException($"The output can be {smallest} to {smallest + stride[d] - 1} long in dimension {d}, not {output_size[d]}.", nameof(output_size));
        }

        return added;
    }
}
