using Lectern.Torch.Tests.Support;
using static TorchSharp.torch.nn;

namespace Lectern.Torch.Tests.Modules;

public sealed class EmbeddingTests : IDisposable
{
    private const double Exact = 1e-12;
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _indices = Samples.Tensor(new long[] { 3, 0, 3, 1, 2, 2 }, 2, 3);

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void An_embedding_looks_rows_up()
    {
        using var embedding = Embedding(4, 2, dtype: ScalarType.Float64, device: TestDevice.Current);
        var rows = embedding.weight!.Items().Chunk(2).ToArray();
        var y = embedding.call(_indices);
        Assert.Equal([2, 3, 2], y.shape);
        TensorAssert.Close([.. _indices.Items().SelectMany(i => rows[(int)i])], y.Items(), 0);
        FiniteDifference.Check(() => embedding.call(_indices), embedding.weight!);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void Padding_starts_at_zero_and_does_not_learn(long padding)
    {
        using var embedding = Embedding(4, 2, padding, dtype: ScalarType.Float64, device: TestDevice.Current);
        Assert.Equal([0, 0], embedding.weight![3].Items());
        embedding.call(_indices).sum().backward();
        Assert.Equal([1, 1, 1, 1, 2, 2, 0, 0], embedding.weight!.grad!.Items());
        Assert.Throws<ArgumentOutOfRangeException>(() => Embedding(4, 2, 4));
    }

    [Fact]
    public void Gradients_can_be_divided_by_how_often_a_row_was_used()
    {
        using var embedding = Embedding(4, 2, scale_grad_by_freq: true, device: TestDevice.Current);
        embedding.call(_indices).sum().backward();
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1], embedding.weight!.grad!.Items());
    }

    [Fact]
    public void Rows_that_are_looked_up_are_shortened()
    {
        using var embedding = Embedding_from_pretrained(Samples.Tensor([3, 4, 0.3, 0.4, 6, 8], 3, 2), max_norm: 1);
        _ = embedding.call(Samples.Tensor(new long[] { 0, 1 }, 2));

        // The operator divides by the norm plus 1e-7.
        TensorAssert.Close([0.6, 0.8, 0.3, 0.4, 6, 8], embedding.weight!.Items(), 1e-6);
    }

    [Fact]
    public void Given_embeddings_are_frozen_unless_asked_otherwise()
    {
        var table = Samples.Tensor(1, 3, 2);
        using var frozen = Embedding_from_pretrained(table);
        Assert.False(frozen.weight!.requires_grad);
        TensorAssert.Close(table, frozen.weight!, 0);
        using var free = Embedding_from_pretrained(table.clone(), freeze: false, dtype: ScalarType.Float32);
        Assert.True(free.weight!.requires_grad);
        Assert.Equal(ScalarType.Float32, free.weight!.dtype);
    }

    [Theory]
    [InlineData(EmbeddingBagMode.Sum)]
    [InlineData(EmbeddingBagMode.Mean)]
    [InlineData(EmbeddingBagMode.Max)]
    public void A_bag_is_the_sum_mean_or_maximum_of_its_rows(EmbeddingBagMode mode)
    {
        using var bag = EmbeddingBag(4, 2, mode: mode, dtype: ScalarType.Float64, device: TestDevice.Current);
        var rows = bag.weight!.Items().Chunk(2).ToArray();
        double[] Bag(params long[] indices) => [.. Enumerable.Range(0, 2).Select(d => mode switch
        {
            EmbeddingBagMode.Sum => indices.Sum(i => rows[i][d]),
            EmbeddingBagMode.Mean => indices.Average(i => rows[i][d]),
            _ => indices.Max(i => rows[i][d]),
        })];
        TensorAssert.Close([.. Bag(3, 0, 3), .. Bag(1, 2, 2)], bag.call(_indices).Items(), Exact);
        var offsets = Samples.Tensor(new long[] { 0, 4 }, 2);
        TensorAssert.Close([.. Bag(3, 0, 3, 1), .. Bag(2, 2)], bag.call(_indices.reshape(-1), offsets).Items(), Exact);
        FiniteDifference.Check(() => bag.call(_indices), bag.weight!);
        Assert.Throws<ArgumentException>(() => bag.call(_indices, offsets));
    }

    [Fact]
    public void Rows_of_a_summed_bag_can_weigh_differently()
    {
        using var bag = EmbeddingBag(4, 2, mode: EmbeddingBagMode.Sum, dtype: ScalarType.Float64, device: TestDevice.Current);
        var weights = Samples.Tensor(1, 2, 3);
        var expected = (bag.weight![_indices] * weights.unsqueeze(-1)).sum([1]);
        TensorAssert.Close(expected, bag.call(_indices, null, weights), Exact);
    }

    [Fact]
    public void A_bag_leaves_padding_out()
    {
        using var bag = EmbeddingBag(4, 2, mode: EmbeddingBagMode.Mean, padding_index: 0, dtype: ScalarType.Float64, device: TestDevice.Current);
        Assert.Equal([0, 0], bag.weight![0].Items());
        TensorAssert.Close(bag.weight![3], bag.call(_indices)[0], Exact);
    }

    [Fact]
    public void A_bag_can_be_given_its_table_and_its_last_offset()
    {
        var table = Samples.Tensor(1, 4, 2);
        using var bag = EmbeddingBag_from_pretrained(table, mode: EmbeddingBagMode.Sum, include_last_offset: true);
        Assert.False(bag.weight!.requires_grad);
        var y = bag.call(_indices.reshape(-1), Samples.Tensor(new long[] { 0, 2, 6 }, 3));
        TensorAssert.Close(table[3] + table[0], y[0], Exact);
        Assert.Equal([2, 2], y.shape);
    }
}
