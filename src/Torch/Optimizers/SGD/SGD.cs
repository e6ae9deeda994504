using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent with momentum (Sutskever et al. 2013): b ← μb + (1 − τ)g, θ ← θ − ηb; with Nesterov's look-ahead θ ← θ − η(g + μb).</summary>
public partial class SGD : OptimizerHelper, optim.IMomentum
{
    private readonly Options _defaults;

    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
    {
        Checked.Option(lr >= 0, lr);
        Checked.Option(momentum >= 0, momentum);
        Checked.Option(weight_decay >= 0, weight_decay);
        if (nesterov && (momentum <= 0 || dampening != 0)) throw new ArgumentException("Nesterov's momentum needs a momentum, and no dampening.");
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize };
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
        batch.Adjust(options.maximize!.Value, options.weight_decay!.Value);
        var (lr, momentum) = (options.LearningRate!.Value, options.momentum!.Value);
        if (momentum == 0)
        {
            Foreach.Add(batch.Parameters, batch.Gradients, -lr);
            return;
        }

        var first = batch.States[0].momentum_buffer is null;
        if (first) batch.CloneGradients((state, gradient) => state.momentum_buffer = gradient);
        var buffers = batch.Of(state => state.momentum_buffer);
        if (!first)
        {
            Foreach.Multiply(buffers, momentum);
            Foreach.Add(buffers, batch.Gradients, 1 - options.dampening!.Value);
        }

        if (options.nesterov!.Value) batch.AddToGradients(buffers, momentum);
        Foreach.Add(batch.Parameters, options.nesterov!.Value ? batch.Gradients : buffers, -lr);
    }
}
