using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adadelta (Zeiler 2012, algorithm 1): v ← ρv + (1 − ρ)g², Δ = g √(u + ε) / √(v + ε), u ← ρu + (1 − ρ)Δ², θ ← θ − ηΔ.</summary>
public partial class Adadelta : OptimizerHelper
{
    private readonly Options _defaults;

    public Adadelta(IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1e-06, double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, rho, eps, weight_decay, maximize)
    {
    }

    public Adadelta(IEnumerable<ParamGroup> parameters, double lr = 1, double rho = 0.9, double eps = 1e-06, double weight_decay = 0, bool maximize = false)
    {
        Checked.Option(lr >= 0, lr);
        Checked.Option(rho >= 0 && rho <= 1, rho);
        Checked.Option(eps >= 0, eps);
        Checked.Option(weight_decay >= 0, weight_decay);
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize };
        foreach (var group in parameters) add_param_group(group);
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
        var (rho, eps) = (options.rho!.Value, options.eps!.Value);
        batch.Adjust(options.maximize!.Value, options.weight_decay!.Value);
        foreach (var state in batch.States) state.step++;
        var (square, change) = (batch.Of(state => state.square_avg), batch.Of(state => state.acc_delta));
        Foreach.Multiply(square, rho);
        Foreach.AddProduct(square, batch.Gradients, batch.Gradients, 1 - rho);
        using var denominator = Foreach.Sum(square, eps);
        Foreach.TakeRoot(denominator);
        using var delta = Foreach.Sum(change, eps);
        Foreach.TakeRoot(delta);
        Foreach.Divide(delta, denominator);
        Foreach.Multiply(delta, batch.Gradients);
        Foreach.Add(batch.Parameters, delta, -options.LearningRate!.Value);
        Foreach.Multiply(change, rho);
        Foreach.AddProduct(change, delta, delta, 1 - rho);
    }
}
