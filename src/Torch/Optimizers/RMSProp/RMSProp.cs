using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>RMSprop (Hinton 2012, lecture 6e): v ← αv + (1 − α)g², θ ← θ − ηg / (√v + ε); centered, the square of the mean gradient is taken from v (Graves 2013).</summary>
public partial class RMSProp : OptimizerHelper, optim.IMomentum
{
    private readonly Options _defaults;

    public RMSProp(IEnumerable<Parameter> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
    {
        Checked.Option(lr >= 0, lr);
        Checked.Option(eps >= 0, eps);
        Checked.Option(alpha >= 0, alpha);
        Checked.Option(momentum >= 0, momentum);
        Checked.Option(weight_decay >= 0, weight_decay);
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay, momentum = momentum, centered = centered, maximize = maximize };
        foreach (var group in parameters) add_param_group(group);
    }

    public double Momentum
    {
        get => _defaults.momentum!.Value;
        set => _defaults.momentum = value;
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
        var (alpha, eps, lr, momentum) = (options.alpha!.Value, options.eps!.Value, options.LearningRate!.Value, options.momentum!.Value);
        batch.Adjust(options.maximize!.Value, options.weight_decay!.Value);
        foreach (var state in batch.States) state.step++;
        var square = batch.Of(state => state.square_avg);
        Foreach.Multiply(square, alpha);
        Foreach.AddProduct(square, batch.Gradients, batch.Gradients, 1 - alpha);
        using var denominator = options.centered!.Value ? Centered(square, batch, alpha) : Foreach.Root(square);
        Foreach.Add(denominator, eps);
        if (momentum == 0)
        {
            Foreach.AddQuotient(batch.Parameters, batch.Gradients, denominator, -lr);
            return;
        }

        foreach (var state in batch.States) state.momentum_buffer ??= state.Zeros();
        var buffers = batch.Of(state => state.momentum_buffer);
        Foreach.Multiply(buffers, momentum);
        Foreach.AddQuotient(buffers, batch.Gradients, denominator, 1);
        Foreach.Add(batch.Parameters, buffers, -lr);
    }

    /// <summary>√(v − m²).</summary>
    private static TensorList Centered(TensorList square, StepBatch<State> batch, double alpha)
    {
        foreach (var state in batch.States) state.grad_avg ??= state.Zeros();
        var mean = batch.Of(state => state.grad_avg);
        Foreach.Multiply(mean, alpha);
        Foreach.Add(mean, batch.Gradients, 1 - alpha);
        var variance = Foreach.PlusProduct(square, mean, mean, -1);
        Foreach.TakeRoot(variance);
        return variance;
    }
}
