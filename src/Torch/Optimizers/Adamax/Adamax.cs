using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adamax (Kingma and Ba 2015, algorithm 2): u ← max(β₂u, |g| + ε), θ ← θ − η / (1 − β₁ᵗ) · m / u.</summary>
public partial class Adamax : OptimizerHelper, optim.IBetas
{
    private readonly Options _defaults;

    public Adamax(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public Adamax(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0)
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
        var beta1 = options.beta1!.Value;
        batch.Adjust(maximize: false, options.weight_decay!.Value);
        var (mean, norm) = (batch.Of(state => state.exp_avg), batch.Of(state => state.exp_inf));
        Foreach.Multiply(mean, beta1);
        Foreach.Add(mean, batch.Gradients, 1 - beta1);
        using var size = Foreach.Absolute(batch.Gradients);
        Foreach.Add(size, options.eps!.Value);
        Foreach.Multiply(norm, options.beta2!.Value);
        Foreach.Maximum(norm, size);
        var step = batch.Advance(state => ++state.step);
        Foreach.AddQuotient(batch.Parameters, mean, norm, -options.LearningRate!.Value / (1 - Math.Pow(beta1, step)));
    }
}
