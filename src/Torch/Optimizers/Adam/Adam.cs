using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam (Kingma and Ba 2015, algorithm 1): θ ← θ − η m̂ / (√v̂ + ε); with amsgrad (Reddi et al. 2018) v is the largest so far.</summary>
public partial class Adam : OptimizerHelper, optim.IBetas
{
    private readonly Options _defaults;

    public Adam(IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public Adam(IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        Checked.Option(lr >= 0, lr);
        Checked.Option(eps >= 0, eps);
        Checked.Option(beta1 >= 0 && beta1 < 1, beta1);
        Checked.Option(beta2 >= 0 && beta2 < 1, beta2);
        Checked.Option(weight_decay >= 0, weight_decay);
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize };
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
        batch.Adjust(options.maximize!.Value, options.weight_decay!.Value);
        var (mean, square) = (batch.Of(state => state.exp_avg), batch.Of(state => state.exp_avg_sq));
        Moments.Update(mean, square, batch.Gradients, beta1, beta2);
        if (options.amsgrad!.Value)
        {
            foreach (var state in batch.States) state.max_exp_avg_sq ??= state.Zeros();
            var largest = batch.Of(state => state.max_exp_avg_sq);
            Foreach.Maximum(largest, square);
            square = largest;
        }

        var step = batch.Advance(state => ++state.step);
        var correction = Math.Sqrt(1 - Math.Pow(beta2, step));
        using var denominator = Moments.Denominator(square, options.eps!.Value, correction);
        Foreach.AddQuotient(batch.Parameters, mean, denominator, -lr * correction / (1 - Math.Pow(beta1, step)));
    }
}
