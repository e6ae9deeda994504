namespace Lectern.Torch.Tests.Composed;

/// <summary>Tensors over memory, files and storages.</summary>
public sealed class MemoryTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void ATensorOverAnArraySharesItsElements()
    {
        var array = new double[] { 1, 2, 3, 4 };
        var t = torch.frombuffer(array, ScalarType.Float64, count: 2, offset: 1);
        t.mul_(10);
        Assert.Equal([1.0, 20, 30, 4], array);
        Assert.Throws<ArgumentException>(() => torch.frombuffer(array, ScalarType.Float64, count: 4, offset: 1));
    }

    [Fact]
    public void ATensorOverAnArrayInAnotherTypeIsACopy()
    {
        var array = new[] { 1, 2 };
        var t = torch.frombuffer(array, ScalarType.Float32);
        t.mul_(10);
        Assert.Equal([1, 2], array);
        Assert.Equal([10f, 20], t.data<float>().ToArray());
    }

    [Fact]
    public void AnArchiveGivesTheTensorBack()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            torch.save(arange(6).reshape(2, 3), path);
            var back = torch.load(path);
            Assert.Equal([2L, 3], back.shape);
            Assert.Equal([0L, 1, 2, 3, 4, 5], back.data<long>().ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void AnArchiveThatIsMissingIsAnException()
    {
        Assert.ThrowsAny<Exception>(() => torch.load(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));
    }

    [Fact]
    public void AFileIsReadAsNumbers()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, [1, 0, 2, 0]);
            Assert.Equal([(short)1, 2], torch.from_file(path, size: 2, dtype: ScalarType.Int16).data<short>().ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void AStorageIsTheMemoryBehindAView()
    {
        var t = arange(6, dtype: ScalarType.Float64);
        using var storage = t.reshape(2, 3).T[1].storage<double>();
        Assert.Equal(6, storage.Count);
        Assert.Equal(48UL, storage.nbytes());
        storage[5] = 50;
        storage[1..3] = 9.0;
        Assert.Equal([0.0, 9, 9, 3, 4, 50], t.data<double>().ToArray());
    }

    [Fact]
    public void APartOfAStorageSharesItsMemory()
    {
        var t = arange(4, dtype: ScalarType.Int64);
        using var storage = t.storage<long>();
        using var part = storage[(1, 3)];
        part.fill_(7);
        Assert.Equal([0L, 7, 7, 3], storage.ToArray());
        Assert.Throws<IndexOutOfRangeException>(() => part[2]);
    }
}
