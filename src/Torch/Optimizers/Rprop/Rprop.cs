using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Resilient backpropagation (Riedmiller and Braun 1993): each weight has a step size, which grows while its gradient keeps its sign and shrinks when it turns.</summary>
public partial class Rprop : OptimizerHelper
{
    private readonly Options _defaults;

    public Rprop(IEnumerable<Parameter> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-06, double max_step = 50, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, etaminus, etaplus, min_step, max_step, maximize)
    {
    }

    public Rprop(IEnumerable<ParamGroup> parameters, double lr = 0.01, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-06, double max_step = 50, bool maximize = false)
    {
        Checked.Option(lr >= 0, lr);
        Checked.Option(etaminus > 0 && etaminus < 1, etaminus);
        Checked.Option(etaplus > 1, etaplus);
        _defaults = new Options { LearningRate = lr, InitialLearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize };
        foreach (var group in parameters) add_param_group(group);
    }

    public override Tensor step(Func<Tensor>? closure = null) => _step<ParamGroup>(
        group =>
        {
            foreach (var (parameter, state) in Members<State>(group))
            {
                using var gradient = parameter.grad;
                if (gradient is not null) Update(group.Options, parameter, gradient, state);
            }
        },
        closure);

    private static void Update(Options options, Parameter parameter, Tensor gradient, State state)
    {
        using var scope = NewDisposeScope();
        state.step++;
        var g = options.maximize!.Value ? gradient.neg() : gradient.clone();
        var turn = g * state.prev;
        var turned = turn.lt(0);
        var factor = ones_like(turn).masked_fill_(turn.gt(0), options.etaplus!.Value).masked_fill_(turned, options.etaminus!.Value);
        state.step_size.mul_(factor).clamp_(options.min_step!.Value, options.max_step!.Value);
        g.masked_fill_(turned, 0);
        parameter.addcmul_(g.sign(), state.step_size, -1);
        state.prev.copy_(g);
    }
    public override void add_param_group(Modules.ParamGroup param_group) => Join(param_group, _defaults, parameter => new State(parameter));

    protected override void Dispose(bool disposing)
    {
        if (disposing) DisposeStates();
        base.Dispose(disposing);
    }
}
