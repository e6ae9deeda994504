using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalizes each channel of each example over space; https://arxiv.org/abs/1607.08022.</summary>
public abstract class InstanceNorm : NormBase
{
    protected InstanceNorm(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        if (input.Dimensions != GetNumberOfBatchDimensions()) return Normalized(input);
        using var batch = input.unsqueeze(0);
        using var normalized = Normalized(batch);
        return normalized.squeeze(0);
    }

    /// <summary>How many dimensions one example has without its batch.</summary>
    protected abstract long GetNumberOfBatchDimensions();

    private Tensor Normalized(Tensor input) => nn.functional.instance_norm(
        input, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0, eps);
}
