namespace Lectern.Torch.Tests.Contract;

/// <summary>
/// What the members of the contract do, where PyTorch would let one guess otherwise. Each value was read from TorchSharp 0.106.0 (tag v0.106.0)
/// on libtorch 1.13.1, on 2026-11-21.
/// </summary>
public sealed class BehaviourTests
{
    private static readonly long[] s_six = [0, 1, 2, 3, 4, 5];
    private static readonly long[] s_one = [1];

    [Fact]
    public void ARollOfManyShiftsIsAlongTheFirstDimension()
    {
        using var scope = NewDisposeScope();
        var matrix = tensor(s_six).reshape(2, 3);
        long[] turned = [3, 4, 5, 0, 1, 2];
        Assert.Equal(turned, matrix.roll(s_one).data<long>().ToArray());
        Assert.Equal(turned, torch.roll(matrix, s_one).data<long>().ToArray());
    }

    [Fact]
    public void ARollOfOneShiftTakesADimensionOrAllElements()
    {
        using var scope = NewDisposeScope();
        var matrix = tensor(s_six).reshape(2, 3);
        Assert.Equal([2, 0, 1, 5, 3, 4], matrix.roll(1, 1).data<long>().ToArray());
        Assert.Equal([5, 0, 1, 2, 3, 4], matrix.roll(1).data<long>().ToArray());
    }

    [Fact]
    public void ATensorFullOfAWholeNumberHoldsLongs()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(int64, full(2, 7).dtype);
        Assert.Equal(int64, full([2L], true).dtype);
        Assert.Equal(float32, full(2, 7.0).dtype);
        Assert.Equal(int32, full(2, 7L, dtype: int32).dtype);
        Assert.Equal(float32, full_like(ones(2), 7).dtype);
    }

    [Fact]
    public void AnItemIsOfTheElementsType()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(3, tensor(3L).item<long>());
        Assert.Throws<ArgumentException>(() => tensor(3L).item<int>());
        Assert.Throws<ArgumentException>(() => tensor(3f).item<double>());
    }

    [Fact]
    public void OnlyATensorOfOneElementHasAnItem()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentException>(() => zeros(0).item<float>());
        Assert.Throws<ArgumentException>(() => zeros(2).item<float>());
        Assert.Equal(0, zeros(1, 1).item<float>());
    }

    [Fact]
    public void IntegersAreNotDrawnFromAnInterval()
    {
        Assert.Throws<ArgumentException>(() => rand(2, dtype: int64));
        Assert.Throws<ArgumentException>(() => randn(2, dtype: @bool));
    }

    [Fact]
    public void AQuantileWithoutADimensionIsThatOfAllElements()
    {
        using var scope = NewDisposeScope();
        var matrix = tensor(s_six).reshape(2, 3).to(float32);
        using var half = tensor(0.5f);
        Assert.Equal(2.5f, matrix.quantile(half).item<float>());
        Assert.Equal(2.5f, matrix.nanquantile(half, -1).item<float>());
        Assert.Equal([1f, 4f], matrix.quantile(half, 1).data<float>().ToArray());
    }

    [Fact]
    public void UnflattenCountsDimensionsFromTheFront()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2, 3], ones(6).unflatten(0, 2, 3).shape);
        Assert.Throws<ArgumentException>(() => ones(6).unflatten(-1, 2, 3));
        Assert.Throws<ArgumentException>(() => ones(6).unflatten(1, 2, 3));
    }

    [Fact]
    public void NothingCannotBeJoined() => Assert.Throws<ArgumentException>(() => cat([]));

    [Fact]
    public void ATensorWithoutDataPrintsWhatIsKnownOfIt()
    {
        using var nowhere = zeros(2, device: META);
        Assert.Equal("[2], type = Float32, device = meta", nowhere.ToString(TorchSharp.TensorStringStyle.Numpy));
    }

    [Fact]
    public void SavingAndLoadingCloseTheStream()
    {
        using var layer = nn.Linear(1, 1);
        var saved = new MemoryStream();
        layer.save(saved);
        Assert.False(saved.CanWrite);
        var read = new MemoryStream(saved.ToArray());
        layer.load(read);
        Assert.False(read.CanRead);
    }

    [Fact]
    public void AFileThatIsMissingIsNotFound()
    {
        using var layer = nn.Linear(1, 1);
        Assert.Throws<FileNotFoundException>(() => layer.load(Path.Combine(Path.GetTempPath(), "no", "such", "file")));
    }

    [Fact]
    public void AWeightCannotBeTakenAway()
    {
        using var layer = nn.Linear(1, 1);
        using var embedding = nn.Embedding(2, 1);
        Assert.Throws<ArgumentNullException>(() => layer.weight = null!);
        Assert.Throws<ArgumentNullException>(() => embedding.weight = null);
        Assert.Equal(1, layer.weight.numel());
    }
}
