using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>(x − mean) / √(variance + ε) · weight + bias for each channel, with statistics of the batch or running ones.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(running_mean))]
    private Tensor? _mean;

    [ComponentName(Name = nameof(running_var))]
    private Tensor? _variance;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private Tensor? _batches;

    protected NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(name)
    {
        (this.num_features, this.eps, this.momentum) = (num_features, eps, momentum);
        (this.affine, this.track_running_stats) = (affine, track_running_stats);
        if (affine)
        {
            _weight = Fresh.Full(1, device, dtype, num_features);
            _bias = Fresh.Full(0, device, dtype, num_features);
            register_parameter(nameof(weight), _weight);
            register_parameter(nameof(bias), _bias);
        }

        if (!track_running_stats) return;
        register_buffer(nameof(running_mean), _mean = zeros(num_features, dtype, device));
        register_buffer(nameof(running_var), _variance = ones(num_features, dtype, device));
        register_buffer(nameof(num_batches_tracked), _batches = zeros([], ScalarType.Int64, device));
    }

    public long num_features { get; }

    public double eps { get; set; }

    /// <summary>The part of a new batch in the running statistics; null for the mean over all batches.</summary>
    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    public Parameter weight
    {
        get => _weight!;
        set => SetNeeded(ref _weight!, value, nameof(weight));
    }

    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, value, nameof(bias));
    }

    public Tensor? running_mean
    {
        get => _mean;
        set => SetBuffer(ref _mean, value, nameof(running_mean));
    }

    public Tensor? running_var
    {
        get => _variance;
        set => SetBuffer(ref _variance, value, nameof(running_var));
    }

    public Tensor? num_batches_tracked
    {
        get => _batches;
        set => SetBuffer(ref _batches, value, nameof(num_batches_tracked));
    }

    public void reset_running_stats()
    {
        if (!track_running_stats) return;
        _ = _mean!.zero_();
        _ = _variance!.fill_(1);
        _ = _batches!.zero_();
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine) return;
        _ = nn.init.ones_(_weight!);
        _ = nn.init.zeros_(_bias!);
    }

    protected abstract void ValidateInputDimensions(Tensor input);

    private protected void Require(Tensor input, int first, int second)
    {
        if (input.Dimensions != first && input.Dimensions != second)
            throw new ArgumentException($"{GetName()} takes {first}{(first == second ? "" : $" or {second}")} dimensions, not {input.Dimensions}.", nameof(input));
    }
}
