using Lectern.Torch.Tests.Support;
using Xunit.Abstractions;

namespace Lectern.Torch.Tests.Memory;

/// <summary>Loops over a two-layer network, written out so that only tensors and gradients are involved.</summary>
public sealed class TrainingLoopTests(ITestOutputHelper output)
{
    [Fact]
    public void TenThousandStepsHoldTheResidentSizeWithin5Percent()
    {
        using var scope = NewDisposeScope();
        var network = new Network();
        for (var collections = GC.CollectionCount(0); GC.CollectionCount(0) < collections + 2;) network.Step();
        var before = ResidentSize.Now;
        var growth = ResidentSize.Growth(10_000, 100, network.Step) * 1e6 / before;
        output.WriteLine($"{growth:P1} of {before / 1e6:0} MB.");
        Assert.InRange(growth, double.NegativeInfinity, 0.05);
    }

    [Fact]
    public void AStepWithinAScopeLeavesNoHandleBehind()
    {
        using var scope = NewDisposeScope();
        var network = new Network();
        network.Step();
        var before = Tensor.TotalCount;
        for (var i = 0; i < 100; i++) network.Step();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void AStepThatKeepsItsLossIsSeenByTheCount()
    {
        using var scope = NewDisposeScope();
        var network = new Network();
        network.Step();
        var before = Tensor.TotalCount;
        for (var i = 0; i < 100; i++) _ = network.Loss();
        Assert.InRange(Tensor.TotalCount, before + 100, long.MaxValue);
    }

    private sealed class Network
    {
        private readonly Tensor _x = rand(32, 16, device: TestDevice.Current);
        private readonly Tensor _y = rand(32, 1, device: TestDevice.Current);
        private readonly Tensor[] _weights =
        [
            rand(16, 32, device: TestDevice.Current, requires_grad: true),
            rand(32, device: TestDevice.Current, requires_grad: true),
            rand(32, 1, device: TestDevice.Current, requires_grad: true),
        ];

        public Tensor Loss()
        {
            var hidden = (_x.matmul(_weights[0]) + _weights[1]).tanh();
            var difference = hidden.matmul(_weights[2]) - _y;
            return (difference * difference).mean();
        }

        public void Step()
        {
            using var scope = NewDisposeScope();
            Loss().backward();
            using var off = no_grad();
            foreach (var weight in _weights)
            {
                var gradient = weight.grad!;
                weight.sub_(gradient * 0.01);
                gradient.zero_();
            }
        }
    }
}
