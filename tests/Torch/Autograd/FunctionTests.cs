using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Autograd;

public sealed class FunctionTests
{
    [Fact]
    public void GradientsAreThoseThatBackwardGives()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (Random(2, 3), Random(4, 3));
        LinearFunction.apply(x, w, 1.0).pow(2).sum().backward();
        AssertFiniteDifferences(() => x.mm(w.t()).pow(2).sum(), x);
        AssertFiniteDifferences(() => x.mm(w.t()).pow(2).sum(), w);
    }

    [Fact]
    public void SavedDataReachesBackward()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (Random(2, 3), Random(4, 3));
        LinearFunction.apply(x, w, 10.0).sum().backward();
        TensorAssert.Close(ones(2, 4, ScalarType.Float64, TestDevice.Current).mm(w) * 10, x.grad!, 1e-12);
    }

    [Fact]
    public void WithoutAnInputThatNeedsAGradientNothingIsRecorded()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (Random(2, 3).detach(), Random(4, 3).detach());
        Assert.False(LinearFunction.apply(x, w, 1.0).requires_grad);
        using var off = no_grad();
        Assert.False(LinearFunction.apply(x.requires_grad_(), w, 1.0).requires_grad);
    }

    [Fact]
    public void AnInputThatNeedsNoGradientGetsNone()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (Random(2, 3), Random(4, 3).detach());
        LinearFunction.apply(x, w, 1.0).sum().backward();
        // The derivative of Σ x wᵀ by each row of x is the sum of the rows of w.
        TensorAssert.Close(w.sum(dim: 0).expand(2, 3), x.grad!, 1e-12);
        Assert.Null(w.grad);
    }

    [Fact]
    public void ASavedOutputLeadsBackToItsFunctionSoThatSecondDerivativesHold()
    {
        using var scope = NewDisposeScope();
        var x = Random(5);
        var first = torch.autograd.grad([ExpFunction.apply(x).sum()], [x], create_graph: true)[0];
        TensorAssert.Close(x.exp(), first, 1e-12);
        var second = torch.autograd.grad([first.sum()], [x])[0];
        TensorAssert.Close(x.exp(), second, 1e-12);
    }

    [Fact]
    public void ASecondBackwardThroughFreedTensorsSaysSo()
    {
        using var scope = NewDisposeScope();
        var x = Random(3);
        var loss = ExpFunction.apply(x).sum();
        loss.backward();
        var error = Assert.Throws<ExternalException>(() => loss.backward());
        Assert.Contains("backward through the graph a second time", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASavedTensorThatWasChangedIsAnError()
    {
        using var scope = NewDisposeScope();
        var x = Random(3);
        var y = ExpFunction.apply(x);
        y.add_(1);
        var error = Assert.Throws<ExternalException>(() => y.sum().backward());
        Assert.Contains("modified by an inplace operation", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnInputChangedInPlaceIsTheOutputAndHasTheHistory()
    {
        using var scope = NewDisposeScope();
        var x = Random(3);
        var y = x * 5;
        var z = DoubleInPlace.apply(y);
        Assert.Same(y, z);
        z.sum().backward();
        TensorAssert.Close(full_like(x, 10).detach(), x.grad!, 1e-12);
    }

    [Fact]
    public void ALeafThatNeedsAGradientCannotBeChangedInPlace()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("leaf", Assert.Throws<ExternalException>(() => DoubleInPlace.apply(Random(3))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AMissingGradientIsZerosOrNull(bool materialize)
    {
        using var scope = NewDisposeScope();
        var x = Random(3);
        var outputs = ThreeOutputs.apply(x, materialize);
        Assert.False(outputs[2].requires_grad);
        outputs[0].sum().backward();
        Assert.Equal([true, materialize, materialize], ThreeOutputs.Given);
        TensorAssert.Close(full_like(x, 2).detach(), x.grad!, 1e-12);
    }

    [Fact]
    public void AnExceptionOfBackwardArrivesAsItself()
    {
        using var scope = NewDisposeScope();
        var thrown = new FormatException("from backward");
        var y = Delegating.apply(Random(3), (Func<Tensor, List<Tensor>>)(_ => throw thrown));
        Assert.Same(thrown, Assert.Throws<FormatException>(() => y.sum().backward()));
    }

    [Fact]
    public void ConcurrentBackwardsEachGetTheirOwnException()
    {
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            using var scope = NewDisposeScope();
            var thrown = new FormatException($"number {i}");
            var y = Delegating.apply(Random(3), (Func<Tensor, List<Tensor>>)(_ => throw thrown));
            Assert.Same(thrown, Assert.Throws<FormatException>(() => y.sum().backward()));
        });
    }

    [Fact]
    public void AWrongNumberOfGradientsIsNamed()
    {
        using var scope = NewDisposeScope();
        var few = Delegating.apply(Random(3), (Func<Tensor, List<Tensor>>)(g => [g]));
        Assert.Contains("1 gradients for 2", Assert.Throws<InvalidOperationException>(() => few.sum().backward()).Message, StringComparison.Ordinal);
        var strange = Delegating.apply(Random(3), (Func<Tensor, List<Tensor>>)(g => [g, g]));
        Assert.Contains("not a tensor", Assert.Throws<InvalidOperationException>(() => strange.sum().backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoTensorAndNoContextStays()
    {
        HandleMeter.FreeEverythingUnused();
        var before = Tensor.TotalCount;
        var held = Build();
        HandleMeter.FreeEverythingUnused();
        Assert.Equal(before, Tensor.TotalCount);
        Assert.All(held, reference => Assert.False(reference.IsAlive));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Build()
    {
        var held = new List<WeakReference>();
        using var scope = NewDisposeScope();
        for (var i = 0; i < 20; i++)
        {
            var witness = new object();
            held.Add(new WeakReference(witness));
            var y = Delegating.apply(Random(3), (Func<Tensor, List<Tensor>>)(g =>
            {
                GC.KeepAlive(witness);
                return i % 3 == 0 ? throw new FormatException() : [g * 2, null!];
            }));
            var z = ExpFunction.apply(y);
            if (i % 3 == 0) Assert.Throws<FormatException>(() => z.sum().backward());
            else if (i % 3 == 1) z.sum().backward();
        }

        return held;
    }

    private static Tensor Random(params long[] shape) => randn(shape, ScalarType.Float64, TestDevice.Current).requires_grad_();

    /// <summary>Central differences with a step of 1e-5 have an error of about 1e-10 here.</summary>
    private static void AssertFiniteDifferences(Func<Tensor> loss, Tensor x)
    {
        const double step = 1e-5;
        using var off = no_grad();
        var flat = x.view(-1);
        var slopes = new double[flat.numel()];
        for (var i = 0; i < slopes.Length; i++)
        {
            flat[i].add_(step);
            var up = loss().item<double>();
            flat[i].sub_(2 * step);
            slopes[i] = (up - loss().item<double>()) / (2 * step);
            flat[i].add_(step);
        }

        TensorAssert.Close(slopes, x.grad!.cpu().data<double>().ToArray(), 1e-7, 1e-8);
    }
}
