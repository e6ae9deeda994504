using Lectern.Torch.Tests.Modules.Reference;
using static TorchSharp.torch.nn.utils.rnn;

namespace Lectern.Torch.Tests.Modules.Recurrent;

public sealed class PackingTests
{
    [Fact]
    public void APackedSequenceHoldsEachStepOfAllThatHaveOne()
    {
        using var scope = NewDisposeScope();
        var (a, b, c) = (arange(1, 3), arange(11, 15), arange(21, 22));
        var packed = pack_sequence([a, b, c], enforce_sorted: false);
        Assert.Equal([11L, 1, 21, 12, 2, 13, 14], packed.data.data<long>().ToArray());
        Assert.Equal([3L, 2, 1, 1], packed.batch_sizes.data<long>().ToArray());
        Assert.Equal([1L, 0, 2], packed.sorted_indices!.data<long>().ToArray());
        Assert.Equal([1L, 0, 2], packed.unsorted_indices!.data<long>().ToArray());
        var (padded, lengths) = pad_packed_sequence(packed, batch_first: true, padding_value: -1, total_length: 5);
        Assert.Equal([1L, 2, -1, -1, -1, 11, 12, 13, 14, -1, 21, -1, -1, -1, -1], padded.data<long>().ToArray());
        Assert.Equal([2L, 4, 1], lengths.data<long>().ToArray());
        _ = Assert.Throws<ArgumentException>(() => pad_packed_sequence(packed, total_length: 3));
    }

    [Fact]
    public void SortedSequencesNeedNoIndices()
    {
        using var scope = NewDisposeScope();
        var packed = pack_padded_sequence(Repeatable.Tensor(1, 2, 3), tensor(new long[] { 3, 2 }), batch_first: true);
        Assert.Null(packed.sorted_indices);
        Assert.Null(packed.unsorted_indices);
        _ = Assert.ThrowsAny<Exception>(() => pack_padded_sequence(Repeatable.Tensor(1, 2, 3), tensor(new long[] { 2, 3 }), batch_first: true));
    }

    [Fact]
    public void SequencesArePaddedToTheLongest()
    {
        using var scope = NewDisposeScope();
        var padded = pad_sequence([arange(2), arange(3)], padding_value: 9);
        Assert.Equal([0L, 0, 1, 1, 9, 2], padded.data<long>().ToArray());
        Assert.Equal([2L, 3], pad_sequence([arange(2), arange(3)], batch_first: true).shape);
    }

    [Fact]
    public void APackedSequenceBelongsToTheScopeItIsMadeIn()
    {
        PackedSequence kept;
        PackedSequence dropped;
        using (NewDisposeScope())
        {
            kept = pack_sequence([arange(3), arange(2)]).DetachFromDisposeScope();
            dropped = pack_sequence([arange(3), arange(2)]);
        }

        Assert.True(dropped.data.IsInvalid);
        Assert.False(kept.data.IsInvalid);
        kept.Dispose();
        Assert.True(kept.data.IsInvalid && kept.batch_sizes.IsInvalid);
    }
}
