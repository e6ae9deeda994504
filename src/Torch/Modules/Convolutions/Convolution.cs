using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all convolutions share: a kernel of shape (out, in / groups, …), or (in, out / groups, …) for the transposed ones.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter _weight = null!;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    protected Convolution(
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
        : base(name)
    {
        if (transposed && padding_mode != PaddingModes.Zeros)
            throw new ArgumentException("A transposed convolution pads with zeros only.", nameof(padding_mode));
        if (groups <= 0 || in_channels % groups != 0 || out_channels % groups != 0)
            throw new ArgumentException($"{in_channels} input and {out_channels} output channels do not make {groups} groups.", nameof(groups));
        (this.in_channels, this.out_channels, this.groups) = (in_channels, out_channels, groups);
        (this.kernel_size, this.stride, this.dilation) = (kernel_size, stride, dilation);
        (this.transposed, this.output_padding, this.padding_mode) = (transposed, output_padding, padding_mode);
        if (padding_type is { } type) SetPadding(type);
        else SetPadding(padding ?? new long[kernel_size.Length]);
        long[] shape = transposed ? [in_channels, out_channels / groups, .. kernel_size] : [out_channels, in_channels / groups, .. kernel_size];
        weight = Fresh.Empty(device, dtype, shape);
        if (bias) this.bias = Fresh.Empty(device, dtype, out_channels);
        reset_parameters();
    }

    public Parameter weight
    {
        get => _weight;
        set => SetNeeded(ref _weight, value, nameof(weight));
    }

    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, value, nameof(bias));
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public bool transposed { get; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[] dilation { get; set; }

    public long[] output_padding { get; set; }

    public long groups { get; set; }

    public PaddingModes padding_mode { get; set; }

    /// <summary>The padding of each dimension; null where <see cref="padding_type"/> tells it.</summary>
    public long[]? padding { get; private set; }

    public Padding? padding_type { get; private set; }

    public void SetPadding(long[] padding) => (this.padding, padding_type) = (padding, null);

    public void SetPadding(Padding padding)
    {
        if (transposed) throw new ArgumentException("A transposed convolution takes its padding in numbers.", nameof(padding));
        if (padding == Padding.Same && stride.Any(step => step != 1))
            throw new ArgumentException("The output of a convolution with a stride cannot be as large as its input.", nameof(padding));
        (this.padding, padding_type) = (null, padding);
    }

    /// <summary>Uniform in ±1/√fan, where fan is the number of inputs of one output.</summary>
    public void reset_parameters()
    {
        _ = nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is not null) Fresh.Uniform(bias, weight.shape[1..].Aggregate(1L, (product, size) => product * size));
    }

    /// <summary>Whether the input has shape (N, C, …) or (C, …) with the right number of channels.</summary>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        var shape = input.shape;
        return (shape.Length == dimensions + 2 && shape[1] == in_channels) || (shape.Length == dimensions + 1 && shape[0] == in_channels);
    }

    private protected void Require(Tensor input, long dimensions)
    {
        if (ValidateShape(input, dimensions)) return;
        throw new ArgumentException(
            $"{GetName()} takes an input of {dimensions + 1} or {dimensions + 2} dimensions with {in_channels} channels, not one of shape ({string.Join(", ", input.shape)}).");
    }

    /// <summary>The input with its borders, where zeros do not stand there.</summary>
    private protected Tensor Bordered(Tensor input)
    {
        var borders = new List<long>();
        for (var d = kernel_size.Length - 1; d >= 0; d--)
        {
            // Where both sides cannot be equal, the right one is larger.
            var total = padding is { } each ? 2 * each[d] : padding_type == Padding.Same ? dilation[d] * (kernel_size[d] - 1) : 0;
            borders.AddRange([total / 2, total - total / 2]);
        }

        return nn.functional.pad(input, borders.ToArray(), padding_mode);
    }
}
