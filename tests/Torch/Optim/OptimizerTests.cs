using Lectern.Torch.Tests.Support;
using TorchSharp.Modules;

namespace Lectern.Torch.Tests.Optim;

public sealed class OptimizerTests
{
    public static TheoryData<string> Names => [.. s_make.Keys];

    private static readonly Dictionary<string, Func<Parameter[], OptimizerHelper>> s_make = new()
    {
        ["SGD"] = p => torch.optim.SGD(p, 0.05, momentum: 0.9),
        ["Adam"] = p => torch.optim.Adam(p, 0.1, amsgrad: true),
        ["AdamW"] = p => torch.optim.AdamW(p, 0.1, weight_decay: 0.1),
        ["RMSProp"] = p => torch.optim.RMSProp(p, 0.02, eps: 1e-2, momentum: 0.5, centered: true),
        ["Adagrad"] = p => torch.optim.Adagrad(p, 0.3, initial_accumulator_value: 0.1),
        ["Adadelta"] = p => torch.optim.Adadelta(p, 1),
        ["Adamax"] = p => torch.optim.Adamax(p, 0.05),
        ["NAdam"] = p => torch.optim.NAdam(p, 0.05),
        ["RAdam"] = p => torch.optim.RAdam(p, 0.05),
        ["ASGD"] = p => torch.optim.ASGD(p, 0.05, t0: 3),
        ["Rprop"] = p => torch.optim.Rprop(p, 0.02),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void ASavedStateGoesOnAsIfNothingHadHappened(string name)
    {
        using var scope = NewDisposeScope();
        var through = Problem.Parameters();
        using var whole = s_make[name](through);
        var expected = Problem.Run(through, whole);

        var parameters = Problem.Parameters();
        using var before = s_make[name](parameters);
        Problem.Run(parameters, before, 8);
        using var stream = new MemoryStream();
        before.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        using var after = s_make[name](parameters);
        after.load_state_dict(new BinaryReader(stream));
        Assert.Equal(stream.Length, stream.Position);
        Assert.All(after.state_dict().State.Zip(before.state_dict().State), pair => Assert.True(pair.First.ApproximatelyEquals(pair.Second)));
        TensorAssert.Close(expected, Problem.Run(parameters, after, Problem.Steps - 8), 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AStateIsCopiedFromOneOptimizerToAnother(string name)
    {
        using var scope = NewDisposeScope();
        var (left, right) = (Problem.Parameters(), Problem.Parameters());
        using var one = s_make[name](left);
        using var other = s_make[name](right);
        Problem.Run(left, one, 3);
        other.load_state_dict(one.state_dict());
        Assert.All(other.state_dict().State.Zip(one.state_dict().State), pair => Assert.True(pair.First.ApproximatelyEquals(pair.Second)));
        Problem.Run(left, one, 1);
        Assert.Contains(other.state_dict().State.Zip(one.state_dict().State), pair => !pair.First.ApproximatelyEquals(pair.Second));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StepsLeaveNoTensorBehindAndDisposingFreesTheState(string name)
    {
        var parameters = Problem.Parameters();
        HandleMeter.FreeEverythingUnused();
        var before = Tensor.TotalCount;
        using (var optimizer = s_make[name](parameters))
        {
            Problem.Run(parameters, optimizer, 3);
            var during = Tensor.TotalCount;
            Problem.Run(parameters, optimizer, 20);
            Assert.Equal(during, Tensor.TotalCount);
            foreach (var parameter in parameters) parameter.grad = null;
        }

        Assert.Equal(before, Tensor.TotalCount);
        foreach (var parameter in parameters) parameter.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ManyParametersMoveAsEachWouldAlone(string name)
    {
        using var scope = NewDisposeScope();
        _ = torch.manual_seed(7);
        var starts = Enumerable.Range(0, 9).Select(i => randn(i % 3 == 0 ? 40_000 : 30, ScalarType.Float64, TestDevice.Current)).ToArray();
        var (together, alone) = (Clones(starts), Clones(starts));
        using var optimizer = s_make[name](together);
        var single = Array.ConvertAll(alone, parameter => s_make[name]([parameter]));
        for (var t = 0; t < 3; t++)
        {
            // The last parameter has no gradient in the first step, and so is one step behind the others.
            for (var i = 0; i < together.Length; i++)
                together[i].grad = alone[i].grad = t == 0 && i == together.Length - 1 ? null : together[i].detach().mul(2).add(Math.Cos(t));
            optimizer.step();
            foreach (var one in single) one.step();
        }

        for (var i = 0; i < together.Length; i++) TensorAssert.Close(alone[i], together[i], 1e-14, 1e-15);
        foreach (var one in single) one.Dispose();
    }

    [Fact]
    public void AParameterWithoutAGradientStaysAndCountsNoStep()
    {
        using var scope = NewDisposeScope();
        var parameters = Problem.Parameters();
        using var optimizer = torch.optim.Adam(parameters, 0.1, weight_decay: 0.5);
        var before = Problem.Values(parameters);
        optimizer.step();
        Assert.Equal(before, Problem.Values(parameters));
        Assert.All(optimizer.state_dict().State, state => Assert.Equal(0, ((Adam.State)state).step));
    }

    [Fact]
    public void EachGroupHasItsOwnOptionsAndTakesTheRestFromTheOptimizer()
    {
        using var scope = NewDisposeScope();
        var parameters = Problem.Parameters();
        using var optimizer = torch.optim.SGD(
            [
                new SGD.ParamGroup { Parameters = [parameters[0]], Options = new SGD.Options { LearningRate = 0.3 } },
                new SGD.ParamGroup { Parameters = [parameters[1], parameters[2]] },
            ],
            0.1);
        Assert.Equal([0.3, 0.1], optimizer.ParamGroups.Select(group => group.LearningRate));
        Assert.Equal(parameters, optimizer.parameters());
        var before = Problem.Values(parameters);
        var after = Problem.Run(parameters, optimizer, 1);
        for (var i = 0; i < before.Length; i++) Assert.Equal(before[i] - (i < 6 ? 0.3 : 0.1) * Problem.Gradient(i, before[i]), after[i], 1e-14);
    }

    [Fact]
    public void AParameterStandsInOneGroupOnly()
    {
        using var parameter = new Parameter(zeros(2));
        using var optimizer = torch.optim.SGD([parameter], 0.1);
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new SGD.ParamGroup { Parameters = [parameter] }));
        Assert.Throws<ArgumentException>(() => torch.optim.Adam([parameter, parameter]));
    }

    [Fact]
    public void GradientsAreZeroedInPlace()
    {
        using var scope = NewDisposeScope();
        var parameters = Problem.Parameters();
        using var optimizer = torch.optim.SGD(parameters, 0.1);
        Problem.SetGradients(parameters);
        parameters[1].grad = null;
        var kept = parameters[0].grad!;
        optimizer.zero_grad();
        Assert.Equal(0, kept.abs().sum().item<double>());
        Assert.Null(parameters[1].grad);
    }

    [Fact]
    public void TheClosureRunsWithGradientsAndItsLossIsTheResult()
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(tensor(3.0, device: TestDevice.Current));
        using var optimizer = torch.optim.SGD([parameter], 0.25);
        using var off = no_grad();
        var loss = optimizer.step(() =>
        {
            optimizer.zero_grad();
            var value = parameter * parameter;
            value.backward();
            return value;
        });
        Assert.Equal(9, loss.item<double>());
        Assert.Equal(1.5, parameter.item<double>());
    }

    [Fact]
    public void OptionsOutOfRangeAreNamed()
    {
        using var p = new Parameter(zeros(1));
        Assert.Contains("lr", Assert.Throws<ArgumentException>(() => torch.optim.SGD([p], -1)).Message, StringComparison.Ordinal);
        Assert.Contains("beta1", Assert.Throws<ArgumentException>(() => torch.optim.Adam([p], beta1: 1)).Message, StringComparison.Ordinal);
        Assert.Contains("eps", Assert.Throws<ArgumentException>(() => torch.optim.AdamW([p], eps: double.NaN)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => torch.optim.SGD([p], 0.1, nesterov: true));
    }

    [Fact]
    public void AStateOfAnotherOptimizerOrATruncatedOneIsRefused()
    {
        using var scope = NewDisposeScope();
        var parameters = Problem.Parameters();
        using var adam = torch.optim.Adam(parameters);
        using var sgd = torch.optim.SGD(parameters, 0.1);
        using var stream = new MemoryStream();
        adam.save_state_dict(new BinaryWriter(stream));
        stream.Position = 0;
        Assert.Throws<InvalidDataException>(() => sgd.load_state_dict(new BinaryReader(stream)));
        var bytes = stream.ToArray();
        for (var length = 0; length < bytes.Length; length += 7)
        {
            using var cut = new BinaryReader(new MemoryStream(bytes, 0, length));
            Assert.Throws<EndOfStreamException>(() => adam.load_state_dict(cut));
        }
    }

    [Fact]
    public void APlateauNeedsAMetric()
    {
        using var parameter = new Parameter(zeros(1));
        using var optimizer = torch.optim.SGD([parameter], 0.1);
        var scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer);
        Assert.Throws<InvalidOperationException>(() => scheduler.step());
    }

    private static Parameter[] Clones(Tensor[] starts) => Array.ConvertAll(starts, start => new Parameter(start.clone()));
}
