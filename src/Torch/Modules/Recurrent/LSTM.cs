using TorchSharp.Modules;
using static TorchSharp.torch;
using PackedSequence = TorchSharp.torch.nn.utils.rnn.PackedSequence;

namespace TorchSharp.Modules
{
    /// <summary>
    /// i, f, o = σ(W x + b + U h + c) each with weights of its own, g = tanh(W x + b + U h + c), c′ = f ⊙ c + i ⊙ g, h′ = o ⊙ tanh(c′).
    /// Inputs have shape (T, B, in), (B, T, in) when the batch comes first, or (T, in); both states have shape (layers · directions, B, H).
    /// </summary>
    public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
    {
        private readonly Recurrence _shape;

        internal LSTM(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
            : base(nameof(LSTM))
        {
            _shape = new Recurrence(this, 4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
            _shape.Register(device, dtype);
        }

        public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
        {
            using var scope = NewDisposeScope();
            var (h, c) = h0_c0 ?? (_shape.Start(input), _shape.Start(input));
            if (input.Dimensions == 2)
            {
                var batch = _shape.BatchFirst ? 0 : 1;
                var (sequence, state, cell) = forward(input.unsqueeze(batch), (h.unsqueeze(1), c.unsqueeze(1)));
                return scope.MoveToOuter(sequence.squeeze(batch), state.squeeze(1), cell.squeeze(1));
            }

            var (output, hidden, cells) = RecurrentOperators.Lstm(input, [h, c], _shape.Weights, _shape, training);
            return scope.MoveToOuter(output, hidden, cells);
        }

        public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        public (PackedSequence, Tensor, Tensor) call(PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
        {
            using var scope = NewDisposeScope();
            var (h, c) = h0_c0 ?? (_shape.Start(input), _shape.Start(input));
            if (h0_c0 is not null && input.sorted_indices is { } order) (h, c) = (h.index_select(1, order), c.index_select(1, order));
            var (output, hidden, cells) = RecurrentOperators.Lstm(input.data, input.batch_sizes, [h, c], _shape.Weights, _shape, training);
            if (input.unsorted_indices is { } back) (hidden, cells) = (hidden.index_select(1, back), cells.index_select(1, back));
            return scope.MoveToOuter(input.With(output), hidden, cells);
        }

        public void flatten_parameters() => _shape.Flatten(2);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }
}
