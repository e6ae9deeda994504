using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with Nesterov's momentum (Dozat 2016): θ ← θ − η ((1 − μₜ)g / (1 − ∏μ) + μₜ₊₁m / (1 − μₜ₊₁∏μ)) / (√v̂ + ε), μₜ = β₁(1 − ½ 0.96^(tψ)).</summary>
public partial class NAdam : OptimizerHelper, optim.IBetas
{
    private readonly Options _defaults;

    public NAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, double momentum_decay = 0.004)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, momentum_decay)
    {
    }

    public NAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, double momentum_decay = 0.004)
    {
        Checked.Option(lr >= 0, lr);
        Checked.Option(beta1 >= 0 && beta1 < 1, beta1);
        Checked.Option(beta2 >= 0 && beta2 < 1, beta2);
        Checked.Option(eps >= 0, eps);
        Checked.Option(weight_decay >= 0, weight_decay);
        Checked.Option(momentum_decay >= 0, momentum_decay);
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, momentum_decay = momentum_decay };
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
        var (beta1, beta2, lr) = (options.beta1!.Value, options.beta2!.Value, options.LearningRate!.Value);
        batch.Adjust(maximize: false, options.weight_decay!.Value);
        var (mean, square) = (batch.Of(state => state.exp_avg), batch.Of(state => state.exp_avg_sq));
        Moments.Update(mean, square, batch.Gradients, beta1, beta2);
        var step = batch.Advance(state => ++state.step);
        var (mu, next) = (Mu(step), Mu(step + 1));
        var product = batch.States[0].mu_product * mu;
        foreach (var state in batch.States) state.mu_product = product;
        var correction = Math.Sqrt(1 - Math.Pow(beta2, step));
        using var denominator = Moments.Denominator(square, options.eps!.Value, correction);
        Foreach.AddQuotient(batch.Parameters, batch.Gradients, denominator, -lr * correction * (1 - mu) / (1 - product));
        Foreach.AddQuotient(batch.Parameters, mean, denominator, -lr * correction * next / (1 - product * next));

        double Mu(long t) => beta1 * (1 - 0.5 * Math.Pow(0.96, t * options.momentum_decay!.Value));
    }
}
