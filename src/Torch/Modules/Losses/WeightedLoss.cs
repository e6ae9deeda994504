using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>A loss whose elements or classes can weigh differently.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    protected WeightedLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
        if (weight is not null) register_buffer(nameof(weight), weight.alias());
    }

    public Tensor? weight => get_buffer(nameof(weight));
}

/// <summary>A loss whose elements or classes can weigh differently.</summary>
public abstract class WeightedLoss<T1, T2, T3, TResult> : Loss<T1, T2, T3, TResult>
{
    protected WeightedLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
        if (weight is not null) register_buffer(nameof(weight), weight.alias());
    }

    public Tensor? weight => get_buffer(nameof(weight));
}

/// <summary>A loss whose elements or classes can weigh differently.</summary>
public abstract class WeightedLoss<T1, T2, T3, T4, TResult> : Loss<T1, T2, T3, T4, TResult>
{
    protected WeightedLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
        if (weight is not null) register_buffer(nameof(weight), weight.alias());
    }

    public Tensor? weight => get_buffer(nameof(weight));
}
