using Lectern.Torch.Tests.Modules.Reference;
using Lectern.Torch.Tests.Support;
using F = TorchSharp.torch.nn.functional;

namespace Lectern.Torch.Tests.Modules.Vision;

public sealed class FoldingTests
{
    [Fact]
    public void UnfoldTakesTheBlocksOutAndFoldIsItsAdjoint()
    {
        using var scope = NewDisposeScope();
        var x = Repeatable.Tensor(1, 2, 3, 6, 5);
        var blocks = F.unfold(x, (2, 3), (2, 1), (1, 0), (1, 2));
        var (source, rows, columns) = (Repeatable.Read(x), 6 + 2 - 2, (5 - 3) / 2 + 1);
        long[] shape = [2, 3, 2, 3, rows, columns];
        double[] expected = [.. Repeatable.Indices(shape).Select(i =>
        {
            var (row, column) = (i[4] - 1 + 2 * i[2], 2 * i[5] + i[3]);
            return row is < 0 or >= 6 ? 0 : source[Repeatable.Flat([2, 3, 6, 5], i[0], i[1], row, column)];
        })];
        Assert.Equal([2L, 3 * 2 * 3, rows * columns], blocks.shape);
        _ = TensorAssert.Close(expected, Repeatable.Read(blocks), 0);
        var y = Repeatable.Tensor(2, blocks.shape);
        var folded = F.fold(y, (6, 5), (2, 3), (2, 1), (1, 0), (1, 2));
        _ = TensorAssert.Close([blocks.mul(y).sum().item<double>()], [folded.mul(x).sum().item<double>()], 1e-11);
        Gradients.Match(t => F.unfold(t[0], 2), x);
        using var unfold = nn.Unfold((2, 3), (2, 1), (1, 0), (1, 2));
        using var fold = nn.Fold((6, 5), (2, 3), (2, 1), (1, 0), (1, 2));
        _ = TensorAssert.Close(blocks, unfold.call(x), 0);
        _ = TensorAssert.Close(folded, fold.call(y), 0);
    }

    [Fact]
    public void PixelsAreDealtOutOfTheChannelsAndBack()
    {
        using var scope = NewDisposeScope();
        var x = Repeatable.Tensor(1, 2, 8, 3, 2);
        var source = Repeatable.Read(x);
        double[] expected = [.. Repeatable.Indices([2, 2, 6, 4]).Select(i => source[Repeatable.Flat([2, 8, 3, 2], i[0], 4 * i[1] + 2 * (i[2] % 2) + i[3] % 2, i[2] / 2, i[3] / 2)])];
        using var there = nn.PixelShuffle(2);
        using var back = nn.PixelUnshuffle(2);
        _ = TensorAssert.Close(expected, Repeatable.Read(there.call(x)), 0);
        _ = TensorAssert.Close(x, back.call(there.call(x)), 0);
        Gradients.Match(t => F.pixel_shuffle(t[0], 2), x);
        Gradients.Match(t => F.pixel_unshuffle(t[0], 2), there.call(x));
    }

    [Fact]
    public void ChannelsAreDealtInTurnFromTheGroups()
    {
        using var scope = NewDisposeScope();
        using var shuffle = nn.ChannelShuffle(3);
        var x = Repeatable.Tensor(1, 2, 6, 2, 2);
        var source = Repeatable.Read(x);
        double[] expected = [.. Repeatable.Indices([2, 6, 2, 2]).Select(i => source[Repeatable.Flat([2, 6, 2, 2], i[0], i[1] % 3 * 2 + i[1] / 3, i[2], i[3])])];
        _ = TensorAssert.Close(expected, Repeatable.Read(shuffle.call(x)), 0);
        Gradients.Match(t => shuffle.call(t[0]), x);
    }
}
