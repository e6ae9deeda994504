using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adagrad (Duchi et al. 2011): s ← s + g², θ ← θ − η / (1 + (t − 1)δ) · g / (√s + ε).</summary>
public partial class Adagrad : OptimizerHelper
{
    private readonly Options _defaults;

    public Adagrad(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
        : this([new ParamGroup { Parameters = parameters }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10)
    {
        Checked.Option(lr >= 0, lr);
        Checked.Option(eps >= 0, eps);
        Checked.Option(lr_decay >= 0, lr_decay);
        Checked.Option(weight_decay >= 0, weight_decay);
        Checked.Option(initial_accumulator_value >= 0, initial_accumulator_value);
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay, initial_accumulator_value = initial_accumulator_value, eps = eps };
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
        batch.Adjust(maximize: false, options.weight_decay!.Value);
        var step = batch.Advance(state => ++state.step);
        var sum = batch.Of(state => state.sum);
        Foreach.AddProduct(sum, batch.Gradients, batch.Gradients, 1);
        using var denominator = Foreach.Root(sum);
        Foreach.Add(denominator, options.eps!.Value);
        var lr = options.LearningRate!.Value / (1 + (step - 1) * options.lr_decay!.Value);
        Foreach.AddQuotient(batch.Parameters, batch.Gradients, denominator, -lr);
    }
}
