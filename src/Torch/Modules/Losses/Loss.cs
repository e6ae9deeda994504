using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The distance of a prediction from its target, per element, averaged or summed.</summary>
public abstract class Loss<T1, T2, TResult> : Module<T1, T2, TResult>
{
    protected Loss(Reduction reduction = Reduction.Mean)
        : base(nameof(Loss<T1, T2, TResult>)) => this.reduction = reduction;

    public Reduction reduction { get; }
}

/// <summary>The distance of a prediction from its target, per element, averaged or summed.</summary>
public abstract class Loss<T1, T2, T3, TResult> : Module<T1, T2, T3, TResult>
{
    protected Loss(Reduction reduction = Reduction.Mean)
        : base(nameof(Loss<T1, T2, T3, TResult>)) => this.reduction = reduction;

    public Reduction reduction { get; }
}

/// <summary>The distance of a prediction from its target, per element, averaged or summed.</summary>
public abstract class Loss<T1, T2, T3, T4, TResult> : Module<T1, T2, T3, T4, TResult>
{
    protected Loss(Reduction reduction = Reduction.Mean)
        : base(nameof(Loss<T1, T2, T3, T4, TResult>)) => this.reduction = reduction;

    public Reduction reduction { get; }
}
