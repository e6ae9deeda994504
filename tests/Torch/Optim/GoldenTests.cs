using Lectern.Torch.Tests.Support;
using TorchSharp.Modules;

namespace Lectern.Torch.Tests.Optim;

public sealed class GoldenTests
{
    public static TheoryData<int> Optimizers => [.. Enumerable.Range(0, Golden.Read().Optimizers.Length)];

    public static TheoryData<string> Schedulers => [.. Golden.Read().Schedulers.Keys];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void TwentyStepsGiveTheWeightsOfPython(int index)
    {
        var golden = Golden.Read().Optimizers[index];
        // Python keeps the numbers of the states of NAdam and ASGD in float32 whatever the weights are.
        Compare(golden, golden.Float64, ScalarType.Float64, golden.Name is "NAdam" or "ASGD" ? 1e-7 : 1e-10);

        // One rounding of float32 is 6e-8, and 20 steps of other order of operations add up to a few of them.
        Compare(golden, golden.Float32, ScalarType.Float32, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Schedulers))]
    public void FortyEpochsHaveTheRatesAndMomentaOfPython(string name)
    {
        var golden = Golden.Read().Schedulers[name];
        using var parameter = new Parameter(zeros(1));
        using var optimizer = torch.optim.SGD([parameter], 0.5, momentum: 0.9);
        var group = optimizer.ParamGroups.Cast<SGD.ParamGroup>().Single();
        var scheduler = Scheduler(name, optimizer);
        for (var t = 0; t < golden.Length; t++)
        {
            TensorAssert.Close(golden[t], [group.LearningRate, group.Momentum], 1e-12, 1e-15);
            if (name.StartsWith("ReduceLROnPlateau", StringComparison.Ordinal)) scheduler.step(Math.Cos(t / 6.0));
            else scheduler.step();
            Assert.Equal([group.LearningRate], scheduler.get_last_lr());
        }
    }

    [Fact]
    public void ThreeStepsOfLbfgsGiveTheLossesAndWeightsOfPython()
    {
        using var scope = NewDisposeScope();
        var parameters = Problem.Parameters();
        using var optimizer = torch.optim.LBFGS(parameters, 0.3, max_iter: 8, history_size: 3);
        var found = new List<double>();
        for (var i = 0; i < 3; i++) found.Add(optimizer.step(Closure).item<double>());
        TensorAssert.Close(Golden.Read().Lbfgs, [.. found, .. Problem.Values(parameters)], 1e-9);

        Tensor Closure()
        {
            optimizer.zero_grad();
            var loss = Problem.Loss(parameters);
            loss.backward();
            return loss;
        }
    }

    private static void Compare(GoldenOptimizer golden, double[] expected, ScalarType type, double tolerance)
    {
        using var scope = NewDisposeScope();
        var parameters = Problem.Parameters(type);
        using var optimizer = Make(golden, parameters);
        TensorAssert.Close(expected, Problem.Run(parameters, optimizer), tolerance, tolerance);
    }

    private static torch.optim.Optimizer Make(GoldenOptimizer g, Parameter[] p)
    {
        var (lr, decay, (b1, b2)) = (g.Number("lr", 0), g.Number("weight_decay", 0), g.Betas);
        return g.Name switch
        {
            "SGD" => torch.optim.SGD(p, lr, g.Number("momentum", 0), g.Number("dampening", 0), decay, g.Truth("nesterov"), g.Truth("maximize")),
            "Adam" => torch.optim.Adam(p, lr, b1, b2, g.Number("eps", 1e-8), decay, g.Truth("amsgrad"), g.Truth("maximize")),
            "AdamW" => torch.optim.AdamW(p, lr, b1, b2, g.Number("eps", 1e-8), decay, g.Truth("amsgrad"), g.Truth("maximize")),
            "RMSprop" => torch.optim.RMSProp(
                p, lr, g.Number("alpha", 0.99), g.Number("eps", 1e-8), decay, g.Number("momentum", 0), g.Truth("centered")),
            "Adagrad" => torch.optim.Adagrad(p, lr, g.Number("lr_decay", 0), decay, g.Number("initial_accumulator_value", 0)),
            "Adadelta" => torch.optim.Adadelta(p, lr),
            "Adamax" => torch.optim.Adamax(p, lr),
            "NAdam" => torch.optim.NAdam(p, lr),
            "RAdam" => torch.optim.RAdam(p, lr),
            "ASGD" => torch.optim.ASGD(p, lr),
            "Rprop" => torch.optim.Rprop(p, lr),
            _ => throw new ArgumentException(g.Name),
        };
    }

    private static torch.optim.lr_scheduler.LRScheduler Scheduler(string name, torch.optim.Optimizer o) => name switch
    {
        "StepLR" => torch.optim.lr_scheduler.StepLR(o, 7, 0.3),
        "MultiStepLR" => torch.optim.lr_scheduler.MultiStepLR(o, [3, 11, 11, 30], 0.4),
        "ExponentialLR" => torch.optim.lr_scheduler.ExponentialLR(o, 0.93),
        "ConstantLR" => torch.optim.lr_scheduler.ConstantLR(o, 0.25, 9),
        "LinearLR" => torch.optim.lr_scheduler.LinearLR(o, 0.2, 0.9, 13),
        "PolynomialLR" => torch.optim.lr_scheduler.PolynomialLR(o, 17, 1.5),
        "CosineAnnealingLR" => torch.optim.lr_scheduler.CosineAnnealingLR(o, 12, 0.01),
        "LambdaLR" => torch.optim.lr_scheduler.LambdaLR(o, t => 1 / (1 + 0.1 * t)),
        "MultiplicativeLR" => torch.optim.lr_scheduler.MultiplicativeLR(o, t => 1 - 0.01 * t),
        "SequentialLR" => torch.optim.lr_scheduler.SequentialLR(
            o,
            [
                torch.optim.lr_scheduler.ConstantLR(o, 0.1, 4),
                torch.optim.lr_scheduler.ExponentialLR(o, 0.9),
                torch.optim.lr_scheduler.StepLR(o, 3, 0.5),
            ],
            [6, 20]),
        "ChainedLR" => torch.optim.lr_scheduler.ChainedLR(
            [torch.optim.lr_scheduler.ConstantLR(o, 0.1, 4), torch.optim.lr_scheduler.ExponentialLR(o, 0.9)]),
        "CyclicLR" => torch.optim.lr_scheduler.CyclicLR(o, 0.01, 0.2, 5, 8),
        "CyclicLR triangular2" => torch.optim.lr_scheduler.CyclicLR(
            o, 0.01, 0.2, 4, mode: torch.optim.lr_scheduler.impl.CyclicLR.Mode.Triangular2),
        "CyclicLR exp_range" => torch.optim.lr_scheduler.CyclicLR(
            o, 0.01, 0.2, 4, mode: torch.optim.lr_scheduler.impl.CyclicLR.Mode.ExpRange, gamma: 0.95),
        "OneCycleLR" => torch.optim.lr_scheduler.OneCycleLR(o, 0.4, 41),
        "OneCycleLR linear" => torch.optim.lr_scheduler.OneCycleLR(
            o, 0.4, epochs: 5, steps_per_epoch: 9, pct_start: 0.25,
            anneal_strategy: torch.optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear, three_phase: true),
        "ReduceLROnPlateau" => torch.optim.lr_scheduler.ReduceLROnPlateau(o, factor: 0.5, patience: 2, cooldown: 1, min_lr: [0.02]),
        "ReduceLROnPlateau max abs" => torch.optim.lr_scheduler.ReduceLROnPlateau(
            o, "max", 0.3, 1, 0.05, "abs"),
        _ => throw new ArgumentException(name),
    };
}
