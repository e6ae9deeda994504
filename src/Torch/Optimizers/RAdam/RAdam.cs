using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Rectified Adam (Liu et al. 2020, algorithm 2): θ ← θ − η r m̂ / (√v̂ + ε) where the variance of v̂ is tractable (ρₜ > 5), else θ ← θ − ηm̂.</summary>
public partial class RAdam : OptimizerHelper, optim.IBetas
{
    private readonly Options _defaults;

    public RAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public RAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0)
    {
        Checked.Option(lr >= 0, lr);
        Checked.Option(beta1 >= 0 && beta1 < 1, beta1);
        Checked.Option(beta2 >= 0 && beta2 < 1, beta2);
        Checked.Option(eps >= 0, eps);
        Checked.Option(weight_decay >= 0, weight_decay);
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay };
        foreach (var group in parameters) add_param_group(group);
    }

    public (double, double) Betas
    {
        get => (_defaults.beta1!.Value, _defaults.beta2!.Value);
        set => (_defaults.beta1, _defaults.beta2) = value;
    }

    public override Tensor step(Func<Tensor>? closure = null) =>
        _step<ParamGroup>(group => Update<State>(group, batch => Update(group.Options, batch)), closure);

    public override void add_param_group(Modules.ParamGroup param_group) => Join(param_group, _defaults, parameter => new State(parameter));

    protected override void Dispose(bool disposing)
    {
        if (disposing) DisposeStates();
        base.Dispose(disposing);
    }

    private static void Update(Options options, StepBatch<State> batch)
    {
        var (beta1, beta2) = (options.beta1!.Value, options.beta2!.Value);
        batch.Adjust(maximize: false, options.weight_decay!.Value);
        var (mean, square) = (batch.Of(state => state.exp_avg), batch.Of(state => state.exp_avg_sq));
        Moments.Update(mean, square, batch.Gradients, beta1, beta2);
        var step = batch.Advance(state => ++state.step);
        var lr = options.LearningRate!.Value / (1 - Math.Pow(beta1, step));
        var correction = 1 - Math.Pow(beta2, step);

        // ρ∞ = 2 / (1 − β₂) − 1, ρₜ = ρ∞ − 2tβ₂ᵗ / (1 − β₂ᵗ)
        var limit = 2 / (1 - beta2) - 1;
        var length = limit - 2 * step * Math.Pow(beta2, step) / correction;
        if (length <= 5)
        {
            Foreach.Add(batch.Parameters, mean, -lr);
            return;
        }

        var rectification = Math.Sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length));
        using var denominator = Moments.Denominator(square, options.eps!.Value, 1);
        Foreach.AddQuotient(batch.Parameters, mean, denominator, -lr * rectification * Math.Sqrt(correction));
    }
}
