using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Averaged stochastic gradient descent (Polyak and Juditsky 1992): θ ← (1 − λη)θ − ηg, with the mean of all θ since step t₀ in <c>ax</c>.</summary>
public partial class ASGD : OptimizerHelper
{
    private readonly Options _defaults;

    public ASGD(IEnumerable<Parameter> parameters, double lr = 0.01, double lambd = 0.0001, double alpha = 0.75, double t0 = 1000000, double weight_decay = 0, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, lambd, alpha, t0, weight_decay, maximize)
    {
    }

    public ASGD(IEnumerable<ParamGroup<Options>> parameters, double lr = 0.01, double lambd = 0.0001, double alpha = 0.75, double t0 = 1000000, double weight_decay = 0, bool maximize = false)
    {
        Checked.Option(lr >= 0, lr);
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay, maximize = maximize };
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
        var (lr, lambd) = (options.LearningRate!.Value, options.lambd!.Value);
        batch.Adjust(options.maximize!.Value, options.weight_decay!.Value);
        var (eta, mu) = (batch.States[0].eta, batch.States[0].mu);
        Foreach.Multiply(batch.Parameters, 1 - lambd * eta);
        Foreach.Add(batch.Parameters, batch.Gradients, -eta);
        var average = batch.Of(state => state.ax);
        using (var difference = Foreach.Difference(batch.Parameters, average))
        {
            if (mu == 1) Foreach.Zero(average);
            Foreach.Add(average, mu == 1 ? batch.Parameters : difference, mu);
        }

        var step = batch.Advance(state => ++state.step);
        foreach (var state in batch.States)
        {
            state.eta = lr / Math.Pow(1 + lambd * lr * step, options.alpha!.Value);
            state.mu = 1 / Math.Max(1, step - options.t0!.Value);
        }
    }
}
