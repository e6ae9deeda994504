using System.Runtime.CompilerServices;

namespace Lectern.Torch.Tests.Operators;

public sealed class LifetimeTests : IDisposable
{
    private readonly long _before = Counted();

    public void Dispose() => Assert.Equal(_before, Counted());

    [Fact]
    public void AScopeFreesWhatWasMadeInIt()
    {
        using (NewDisposeScope())
        {
            _ = ones(3).add(1).mul(2);
            Assert.Equal(_before + 3, Tensor.TotalCount);
        }

        Assert.Equal(_before, Tensor.TotalCount);
    }

    [Fact]
    public void AnInnerScopeLeavesTheTensorsOfTheOuterOne()
    {
        using var outer = NewDisposeScope();
        var x = ones(3);
        using (NewDisposeScope()) _ = x.add(1);
        Assert.False(x.IsInvalid);
        Assert.Equal(1, outer.DisposablesCount);
        Assert.Equal(_before + 1, Tensor.TotalCount);
    }

    [Fact]
    public void WhatMovesOutwardsLivesUntilTheOuterScopeEnds()
    {
        Tensor moved;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope()) moved = ones(3).add(1).MoveToOuterDisposeScope();
            Assert.Equal(2, moved[0].item<float>());
            Assert.True(outer.Contains(moved));
        }

        Assert.True(moved.IsInvalid);
    }

    [Fact]
    public void MovingOutOfTheOutermostScopeLeavesTheTensorAlive()
    {
        Tensor moved;
        using (var scope = NewDisposeScope()) moved = scope.MoveToOuter(ones(3));
        Assert.False(moved.IsInvalid);
        moved.Dispose();
    }

    [Fact]
    public void ADetachedTensorOutlivesItsScope()
    {
        Tensor kept;
        using (var scope = NewDisposeScope())
        {
            kept = scope.Detach(ones(3));
            Assert.Equal(0, scope.DisposablesCount);
        }

        Assert.Equal([1f, 1, 1], kept.data<float>().ToArray());
        kept.Dispose();
    }

    [Fact]
    public void DisposeEverythingButKeepsOneAndStillOwnsIt()
    {
        Tensor kept;
        using (var scope = NewDisposeScope())
        {
            var (a, b) = (ones(3), zeros(3));
            kept = scope.DisposeEverythingBut(a);
            Assert.Same(a, kept);
            Assert.True(b.IsInvalid);
            Assert.Equal(1, scope.DisposablesCount);
        }

        Assert.True(kept.IsInvalid);
    }

    [Fact]
    public void AnAttachedTensorEndsWithItsNewScope()
    {
        var x = ones(3);
        using (var scope = NewDisposeScope()) scope.Attach(x);
        Assert.True(x.IsInvalid);
    }

    [Fact]
    public void DisposingEarlyTakesTheTensorOutOfItsScope()
    {
        using var scope = NewDisposeScope();
        var x = ones(3);
        x.Dispose();
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void AnExpressionInAScopeOfItsOwnLeavesItsResultAlone()
    {
        using var scope = NewDisposeScope();
        _ = WrappedTensorDisposeScope(() => ones(3).add(1).mul(2).sum());
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void AScopeOfAnotherThreadDoesNotTakeTensorsOfThisOne()
    {
        using var scope = NewDisposeScope();
        var thread = new Thread(() =>
        {
            using var x = ones(3);
            Assert.Equal(0, scope.DisposablesCount);
        });
        thread.Start();
        thread.Join();
    }

    [Fact]
    public void TheCollectorFreesWhatNobodyHolds()
    {
        MakeAndForget(200);
        Assert.Equal(_before, Counted());
    }

    [Fact]
    public void AViewKeepsTheMemoryOfItsDisposedSource()
    {
        using var x = arange(6).reshape(2, 3);
        using var row = x[1];
        x.Dispose();
        Assert.Equal([3L, 4, 5], row.data<long>().ToArray());
    }

    [Fact]
    public void ABackwardPassLeavesOnlyTheGradients()
    {
        using var x = ones(3, requires_grad: true);
        using (NewDisposeScope()) x.mul(x).sum().backward();
        Assert.Equal(_before + 1, Counted());
        using var gradient = x.grad!;
        Assert.Equal([2f, 2, 2], gradient.data<float>().ToArray());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeAndForget(int count)
    {
        for (var i = 0; i < count; i++) _ = ones(10);
    }

    private static long Counted()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }
}
