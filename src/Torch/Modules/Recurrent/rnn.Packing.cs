namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Packs sequences out of an input of shape (T, B, …), or (B, T, …) with <paramref name="batch_first"/>.</summary>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    using var scope = NewDisposeScope();
                    var counts = lengths.to(ScalarType.Int64, CPU);
                    Tensor? sorted = null, unsorted = null;
                    if (!enforce_sorted)
                    {
                        var (ordered, places) = counts.sort(0, descending: true);
                        (counts, sorted) = (ordered, places.to(input.device));
                        unsorted = Inverse(sorted);
                        input = input.index_select(batch_first ? 0 : 1, sorted);
                    }

                    var (data, sizes) = Pack(input, counts, batch_first);
                    return new PackedSequence(data, sizes, sorted, unsorted).MoveToOuterDisposeScope();
                }

                /// <summary>The padded sequences and their lengths, both in the order in which they were packed.</summary>
                public static (Tensor, Tensor) pad_packed_sequence(PackedSequence sequence, bool batch_first = false, double padding_value = 0, long? total_length = null)
                {
                    using var scope = NewDisposeScope();
                    var longest = sequence.batch_sizes.size(0);
                    if (total_length < longest)
                        throw new ArgumentException($"The longest sequence has {longest} elements, more than {total_length}.", nameof(total_length));
                    var (padded, lengths) = Unpack(sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? longest);
                    if (sequence.unsorted_indices is { } places)
                        (padded, lengths) = (padded.index_select(batch_first ? 0 : 1, places), lengths.index_select(0, places.cpu()));
                    return scope.MoveToOuter(padded, lengths);
                }

                /// <summary>Sequences of shapes (T₁, …), (T₂, …), … as one tensor (T, B, …), or (B, T, …) with <paramref name="batch_first"/>.</summary>
                [Aten("pad_sequence")]
                public static partial Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0);

                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    using var scope = NewDisposeScope();
                    Tensor[] all = [.. sequences];
                    var lengths = tensor(all.Select(sequence => sequence.size(0)).ToArray(), device: CPU);
                    return pack_padded_sequence(pad_sequence(all), lengths, enforce_sorted: enforce_sorted).MoveToOuterDisposeScope();
                }

                private static Tensor Inverse(Tensor permutation) =>
                    empty_like(permutation).scatter_(0, permutation, arange(permutation.numel(), device: permutation.device));

                [Aten("_pack_padded_sequence")] private static partial (Tensor, Tensor) Pack(Tensor input, Tensor lengths, bool batch_first);
                [Aten("_pad_packed_sequence")] private static partial (Tensor, Tensor) Unpack(Tensor data, Tensor batch_sizes, bool batch_first, Scalar padding_value, long total_length);
            }
        }
    }
}
