using TorchSharp.Modules;
using static TorchSharp.torch;
using PackedSequence = TorchSharp.torch.nn.utils.rnn.PackedSequence;

namespace TorchSharp.Modules
{
    /// <summary>
    /// h′ = tanh(W x + b + U h + c), or relu in the place of tanh.
    /// Inputs have shape (T, B, in), (B, T, in) when the batch comes first, or (T, in); the state has shape (layers · directions, B, H).
    /// </summary>
    public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
    {
        private readonly Recurrence _shape;
        private readonly bool _relu;

        internal RNN(long inputSize, long hiddenSize, long numLayers, nn.NonLinearities nonLinearity, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
            : base(nameof(RNN))
        {
            _relu = nonLinearity == nn.NonLinearities.ReLU;
            _shape = new Recurrence(this, 1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
            _shape.Register(device, dtype);
        }

        public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
        {
            using var scope = NewDisposeScope();
            if (input.Dimensions == 2)
            {
                var batch = _shape.BatchFirst ? 0 : 1;
                var (sequence, state) = forward(input.unsqueeze(batch), (h0 ?? _shape.Start(input)).unsqueeze(1));
                return scope.MoveToOuter(sequence.squeeze(batch), state.squeeze(1));
            }

            var (output, last) = _relu ? RecurrentOperators.Relu(input, h0 ?? _shape.Start(input), _shape.Weights, _shape, training) : RecurrentOperators.Tanh(input, h0 ?? _shape.Start(input), _shape.Weights, _shape, training);
            return scope.MoveToOuter(output, last);
        }

        public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

        public (PackedSequence, Tensor) call(PackedSequence input, Tensor? h0 = null)
        {
            using var scope = NewDisposeScope();
            var start = h0 is null ? _shape.Start(input) : input.sorted_indices is { } order ? h0.index_select(1, order) : h0;
            var (output, last) = _relu ? RecurrentOperators.Relu(input.data, input.batch_sizes, start, _shape.Weights, _shape, training) : RecurrentOperators.Tanh(input.data, input.batch_sizes, start, _shape.Weights, _shape, training);
            if (input.unsorted_indices is { } back) last = last.index_select(1, back);
            return scope.MoveToOuter(input.With(output), last);
        }

        public void flatten_parameters() => _shape.Flatten(_relu ? 0 : 1);

        public Parameter? get_bias_ih(long idx) => _shape.Get("bias_ih", idx);

        public Parameter? get_bias_hh(long idx) => _shape.Get("bias_hh", idx);

        public Parameter? get_weight_ih(long idx) => _shape.Get("weight_ih", idx);

        public Parameter? get_weight_hh(long idx) => _shape.Get("weight_hh", idx);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static RNN RNN(long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, nonLinearity, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }
}
