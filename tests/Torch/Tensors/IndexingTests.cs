namespace Lectern.Torch.Tests.Tensors;

public sealed class IndexingTests
{
    [Fact]
    public void AnEllipsisASliceAndATensorPickWhatPythonPicks()
    {
        using var scope = NewDisposeScope();
        var t = arange(24).reshape(2, 3, 4);
        var picked = t[TensorIndex.Ellipsis, ..2, TensorIndex.Tensor(tensor(new long[] { 3, 0 }))];
        Assert.Equal([2L, 2, 2], picked.shape);
        Assert.Equal([3L, 0, 7, 4, 15, 12, 19, 16], picked.data<long>().ToArray());
    }
}
