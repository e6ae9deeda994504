using TorchSharp.Modules;
using static TorchSharp.torch;
using PackedSequence = TorchSharp.torch.nn.utils.rnn.PackedSequence;

namespace TorchSharp.Modules
{
    /// <summary>
    /// r = σ(Wᵣ x + bᵣ + Uᵣ h + cᵣ), z = σ(W_z x + b_z + U_z h + c_z), n = tanh(Wₙ x + bₙ + r ⊙ (Uₙ h + cₙ)), h′ = (1 - z) ⊙ n + z ⊙ h;
    /// see https://arxiv.org/abs/1406.1078.
    /// Inputs have shape (T, B, in), (B, T, in) when the batch comes first, or (T, in); the state has shape (layers · directions, B, H).
    /// </summary>
    public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private readonly Recurrence _shape;

        internal GRU(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
            : base(nameof(GRU))
        {
            _shape = new Recurrence(this, 3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
            _shape.Register(device, dtype);
        }

        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
        {
            using var scope = NewDisposeScope();
            if (input.Dimensions == 2)
            {
                var batch = _shape.BatchFirst ? 0 : 1;
                var (sequence, state) = forward(input.unsqueeze(batch), (h0 ?? _shape.Start(input)).unsqueeze(1));
                return scope.MoveToOuter(sequence.squeeze(batch), state.squeeze(1));
            }

            var (output, last) = RecurrentOperators.Gru(input, h0 ?? _shape.Start(input), _shape.Weights, _shape, training);
            return scope.MoveToOuter(output, last);
        }

        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

        public (PackedSequence, Tensor) call(PackedSequence input, Tensor? h0 = null)
        {
            using var scope = NewDisposeScope();
            var start = h0 is null ? _shape.Start(input) : input.sorted_indices is { } order ? h0.index_select(1, order) : h0;
            var (output, last) = RecurrentOperators.Gru(input.data, input.batch_sizes, start, _shape.Weights, _shape, training);
            if (input.unsorted_indices is { } back) last = last.index_select(1, back);
            return scope.MoveToOuter(input.With(output), last);
        }

        public void flatten_parameters() => _shape.Flatten(3);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static GRU GRU(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }
}
