using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of <see cref="LSTM"/>: input (B, in), state (B, H); zeros where no state is given.</summary>
    public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
    {
        private readonly long _hidden;

        [ComponentName(Name = nameof(weight_ih))]
        private Parameter _weight_ih = null!;

        [ComponentName(Name = nameof(weight_hh))]
        private Parameter _weight_hh = null!;

        [ComponentName(Name = nameof(bias_ih))]
        private Parameter? _bias_ih;

        [ComponentName(Name = nameof(bias_hh))]
        private Parameter? _bias_hh;

        internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(LSTMCell))
        {
            _hidden = hiddenSize;
            weight_ih = Drawn([4 * hiddenSize, inputSize], hiddenSize, device, dtype);
            weight_hh = Drawn([4 * hiddenSize, hiddenSize], hiddenSize, device, dtype);
            if (!bias) return;
            bias_ih = Drawn([4 * hiddenSize], hiddenSize, device, dtype);
            bias_hh = Drawn([4 * hiddenSize], hiddenSize, device, dtype);
        }

        public Parameter weight_ih
        {
            get => _weight_ih;
            set => SetParameter(ref _weight_ih!, value, nameof(weight_ih));
        }

        public Parameter weight_hh
        {
            get => _weight_hh;
            set => SetParameter(ref _weight_hh!, value, nameof(weight_hh));
        }

        public Parameter? bias_ih
        {
            get => _bias_ih;
            set => SetParameter(ref _bias_ih, value, nameof(bias_ih));
        }

        public Parameter? bias_hh
        {
            get => _bias_hh;
            set => SetParameter(ref _bias_hh, value, nameof(bias_hh));
        }

        public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
        {
            using var scope = NewDisposeScope();
            var (h, c) = h0_c0 ?? (Start(input), Start(input));
            if (input.Dimensions == 1)
            {
                var (state, cell) = forward(input.unsqueeze(0), (h.unsqueeze(0), c.unsqueeze(0)));
                return scope.MoveToOuter(state.squeeze(0), cell.squeeze(0));
            }

            var (hidden, cells) = RecurrentOperators.LstmCell(input, [h, c], weight_ih, weight_hh, bias_ih, bias_hh);
            return scope.MoveToOuter(hidden, cells);
        }

        public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

        private static Parameter Drawn(long[] shape, long hidden, Device? device, ScalarType? dtype)
        {
            var parameter = Fresh.Empty(device, dtype, shape);
            Fresh.Uniform(parameter, hidden);
            return parameter;
        }

        private Tensor Start(Tensor input) => zeros(input.Dimensions == 1 ? [_hidden] : new[] { input.size(0), _hidden }, input.dtype, input.device);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static LSTMCell LSTMCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }
}
