using Xunit.Abstractions;

namespace Lectern.Torch.Tests.Memory;

/// <summary>Tensors that nobody disposes, outside of any scope. The bounds are a small part of what all of them would take at once.</summary>
public sealed class DroppedTensorTests(ITestOutputHelper output)
{
    [Fact]
    public void AMillionSmallTensorsGrowTheProcessByLessThan60MB()
    {
        using var one = ones(1);
        Settle();
        var growth = ResidentSize.Growth(1_000_000, 1000, () => _ = one + one);
        output.WriteLine($"{growth:0} MB of about 1000; {ResidentSize.Now / 1e6:0} MB resident.");
        // A fresh process grows by 8 MB, to 192 MB of which libtorch's own code is 183; after other tests the collector's heap is larger.
        Assert.InRange(growth, double.NegativeInfinity, 60);
    }

    [Fact]
    public void LargeTensorsGrowTheProcessByLessThan120MB()
    {
        Settle();
        var growth = ResidentSize.Growth(1000, 5, () => _ = ones(250_000));
        output.WriteLine($"{growth:0} MB of 1000.");
        Assert.InRange(growth, double.NegativeInfinity, 120);
    }

    [Fact]
    public void GraphsThatWereNeverRunBackwardGrowTheProcessByLessThan120MB()
    {
        using var weight = ones(1000, requires_grad: true);
        Settle();
        var growth = ResidentSize.Growth(20_000, 20, () => _ = (weight * weight).exp().sin().sum());
        output.WriteLine($"{growth:0} MB of about 300 in elements alone.");
        Assert.InRange(growth, double.NegativeInfinity, 120);
    }

    [Fact]
    public void TensorsThatAreAllInUseAreNotCollectedForEachOfThem()
    {
        using var scope = NewDisposeScope();
        Settle();
        var before = GC.CollectionCount(2);
        List<Tensor> kept = [];
        for (var i = 0; i < 200_000; i++) kept.Add(ones(1));
        Assert.InRange(GC.CollectionCount(2) - before, 0, 20);
        Assert.Equal(1, kept[^1].item<float>());
    }

    [Fact]
    public void ADroppedTensorIsFreedByTheCollector()
    {
        Settle();
        var before = Tensor.TotalCount;
        Drop();
        Assert.Equal(before + 100, Tensor.TotalCount);
        Settle();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void ThePeakCountIsWhatLivedAtOneTime()
    {
        using var scope = NewDisposeScope();
        var before = Tensor.TotalCount;
        for (var i = 0; i < 1000; i++) _ = ones(1);
        Assert.InRange(Tensor.PeakCount, before + 1000, long.MaxValue);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Drop()
    {
        for (var i = 0; i < 100; i++) _ = zeros(1);
    }

    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
