using Lectern.Torch.Tests.Support;
using TorchSharp.Modules;

namespace Lectern.Torch.Tests.Optim;

public sealed class FormulaTests
{
    /// <summary>20 steps in double precision: the two sides differ only in how their roundings associate.</summary>
    private const double Tolerance = 1e-11;

    public static TheoryData<string> Names => [.. s_cases.Keys];

    private static Dictionary<string, (Func<Parameter[], torch.optim.Optimizer> Make, PlainRule Rule)> s_cases => new()
    {
        ["SGD"] = (p => torch.optim.SGD(p, 0.1), Plain.Sgd(0.1)),
        ["SGD with momentum"] = (p => torch.optim.SGD(p, 0.1, momentum: 0.9), Plain.Sgd(0.1, 0.9)),
        ["SGD with damped momentum"] = (p => torch.optim.SGD(p, 0.1, momentum: 0.9, dampening: 0.4), Plain.Sgd(0.1, 0.9, 0.4)),
        ["SGD with Nesterov's momentum"] = (p => torch.optim.SGD(p, 0.05, momentum: 0.8, nesterov: true), Plain.Sgd(0.05, 0.8, nesterov: true)),
        ["SGD with weight decay"] = (p => torch.optim.SGD(p, 0.1, weight_decay: 0.3), Plain.Sgd(0.1, decay: 0.3)),
        ["SGD upwards"] = (p => torch.optim.SGD(p, 0.02, momentum: 0.5, weight_decay: 0.1, nesterov: true, maximize: true), Plain.Sgd(0.02, 0.5, 0, 0.1, true, true)),
        ["Adam"] = (p => torch.optim.Adam(p, 0.1), Plain.Adam(0.1)),
        ["Adam with other means"] = (p => torch.optim.Adam(p, 0.1, beta1: 0.6, beta2: 0.8, eps: 1e-3), Plain.Adam(0.1, 0.6, 0.8, 1e-3)),
        ["Adam with weight decay"] = (p => torch.optim.Adam(p, 0.1, weight_decay: 0.2), Plain.Adam(0.1, decay: 0.2)),
        ["Adam with amsgrad"] = (p => torch.optim.Adam(p, 0.3, beta2: 0.5, amsgrad: true), Plain.Adam(0.3, b2: 0.5, amsgrad: true)),
        ["Adam upwards"] = (p => torch.optim.Adam(p, 0.1, weight_decay: 0.2, maximize: true), Plain.Adam(0.1, decay: 0.2, maximize: true)),
        ["AdamW"] = (p => torch.optim.AdamW(p, 0.1, weight_decay: 0.3), Plain.Adam(0.1, decoupled: 0.3)),
        ["AdamW with amsgrad upwards"] = (p => torch.optim.AdamW(p, 0.2, beta2: 0.5, weight_decay: 0.1, amsgrad: true, maximize: true), Plain.Adam(0.2, b2: 0.5, decoupled: 0.1, amsgrad: true, maximize: true)),
        ["RMSProp"] = (p => torch.optim.RMSProp(p, 0.05), Plain.RmsProp(0.05)),
        ["RMSProp with momentum"] = (p => torch.optim.RMSProp(p, 0.02, alpha: 0.8, eps: 1e-3, momentum: 0.7), Plain.RmsProp(0.02, 0.8, 1e-3, mu: 0.7)),
        ["RMSProp centered"] = (p => torch.optim.RMSProp(p, 0.02, alpha: 0.9, eps: 1e-2, weight_decay: 0.1, centered: true), Plain.RmsProp(0.02, 0.9, 1e-2, 0.1, centered: true)),
        ["RMSProp centered with momentum upwards"] = (p => torch.optim.RMSProp(p, 0.01, alpha: 0.9, eps: 1e-2, momentum: 0.5, centered: true, maximize: true), Plain.RmsProp(0.01, 0.9, 1e-2, mu: 0.5, centered: true, maximize: true)),
        ["Adagrad"] = (p => torch.optim.Adagrad(p, 0.3), Plain.Adagrad(0.3)),
        ["Adagrad with every option"] = (p => torch.optim.Adagrad(p, 0.3, lr_decay: 0.1, weight_decay: 0.2, initial_accumulator_value: 0.5, eps: 1e-3), Plain.Adagrad(0.3, 0.1, 0.2, 0.5, 1e-3)),
        ["Adadelta"] = (p => torch.optim.Adadelta(p, 1), Plain.Adadelta(1)),
        ["Adadelta with every option"] = (p => torch.optim.Adadelta(p, 0.7, rho: 0.8, eps: 1e-3, weight_decay: 0.2, maximize: true), Plain.Adadelta(0.7, 0.8, 1e-3, 0.2, true)),
        ["Adamax"] = (p => torch.optim.Adamax(p, 0.05), Plain.Adamax(0.05)),
        ["Adamax with every option"] = (p => torch.optim.Adamax(p, 0.05, beta1: 0.7, beta2: 0.9, eps: 1e-2, weight_decay: 0.1), Plain.Adamax(0.05, 0.7, 0.9, 1e-2, 0.1)),
        ["NAdam"] = (p => torch.optim.NAdam(p, 0.05), Plain.NAdam(0.05)),
        ["NAdam with every option"] = (p => torch.optim.NAdam(p, 0.05, beta1: 0.8, beta2: 0.9, eps: 1e-2, weight_decay: 0.1, momentum_decay: 0.2), Plain.NAdam(0.05, 0.8, 0.9, 1e-2, 0.1, 0.2)),
        ["RAdam"] = (p => torch.optim.RAdam(p, 0.05), Plain.RAdam(0.05)),
        ["RAdam with every option"] = (p => torch.optim.RAdam(p, 0.05, beta1: 0.8, beta2: 0.95, eps: 1e-2, weight_decay: 0.1), Plain.RAdam(0.05, 0.8, 0.95, 1e-2, 0.1)),
        ["ASGD"] = (p => torch.optim.ASGD(p, 0.1), Plain.Asgd(0.1)),
        ["ASGD with every option"] = (p => torch.optim.ASGD(p, 0.05, lambd: 0.3, alpha: 0.6, weight_decay: 0.2, maximize: true), Plain.Asgd(0.05, 0.3, 0.6, 0.2, true)),
        ["Rprop"] = (p => torch.optim.Rprop(p, 0.02), Plain.Rprop(0.02)),
        ["Rprop with every option"] = (p => torch.optim.Rprop(p, 0.02, etaminus: 0.4, etaplus: 1.5, min_step: 0.01, max_step: 0.1, maximize: true), Plain.Rprop(0.02, 0.4, 1.5, 0.01, 0.1, true)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void TwentyStepsFollowTheFormula(string name)
    {
        using var scope = NewDisposeScope();
        var (make, rule) = s_cases[name];
        var parameters = Problem.Parameters();
        using var optimizer = make(parameters);
        TensorAssert.Close(Plain.Run(rule), Problem.Run(parameters, optimizer), Tolerance, Tolerance);
    }

    [Fact]
    public void AnAverageIsTakenFromTheStepThatIsAskedFor()
    {
        using var scope = NewDisposeScope();
        var parameters = Problem.Parameters();
        using var optimizer = torch.optim.ASGD(parameters, 0.1, t0: 4);
        var average = new double[Problem.Count];
        for (var t = 1; t <= Problem.Steps; t++)
        {
            var values = Problem.Run(parameters, optimizer, 1);
            var mu = t == 1 ? 1 : 1 / Math.Max(1.0, t - 1 - 4);
            for (var i = 0; i < average.Length; i++) average[i] += mu * (values[i] - average[i]);
        }

        var kept = optimizer.state_dict().State.Cast<ASGD.State>().SelectMany(state => state.ax.to(CPU).data<double>().ToArray());
        TensorAssert.Close(average, [.. kept], Tolerance, Tolerance);
    }
}
