using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalizes over batch and space while training, and by running statistics otherwise; https://arxiv.org/abs/1502.03167.</summary>
public abstract class BatchNorm : NormBase
{
    protected BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var part = momentum ?? 0;
        if (training && track_running_stats)
        {
            _ = num_batches_tracked!.add_(1);
            part = momentum ?? 1.0 / num_batches_tracked.item<long>();
        }

        return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training || running_mean is null, part, eps);
    }
}
