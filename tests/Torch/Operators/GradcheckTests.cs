using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Operators;

public sealed class GradcheckTests
{
    [Fact]
    public void ARightGradientPasses()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Leaf(0.3, -0.7, 1.1), Leaf(0.4, 0.9, -0.2));
        Assert.InRange(Gradcheck.WorstError(t => [t[0].sin().mul(t[1].exp())], [x, y])!.Value, 0, 1e-10);
    }

    [Fact]
    public void AGradientThatLeavesOutAFactorIsCaught()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(0.3, -0.7, 1.1);
        Assert.True(Gradcheck.WorstError(t => [t[0].mul(t[0].detach())], [x]) > 0.1);
    }

    [Fact]
    public void AGradientThatIsWrongByOnePartInAThousandOfOneInputIsCaught()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Leaf(0.3, -0.7, 1.1), Leaf(0.4, 0.9, -0.2));
        Assert.True(Gradcheck.WorstError(t => [t[0].exp().add(t[1]).add(t[1].detach().mul(1e-3))], [x, y]) > 1e-4);
    }

    [Fact]
    public void AResultWithoutAGradientIsNotTakenForARightOne()
    {
        using var scope = NewDisposeScope();
        Assert.Null(Gradcheck.WorstError(t => [t[0].detach().sin()], [Leaf(0.3)]));
    }

    [Fact]
    public void TheInputsAreLeftAsTheyWere()
    {
        using var scope = NewDisposeScope();
        var x = Leaf(0.3, -0.7, 1.1);
        _ = Gradcheck.WorstError(t => [t[0].sin()], [x]);
        Assert.Equal([0.3, -0.7, 1.1], Nd.Read(x).Data);
    }

    private static Tensor Leaf(params double[] values) => tensor(values, device: TestDevice.Current).requires_grad_();
}
