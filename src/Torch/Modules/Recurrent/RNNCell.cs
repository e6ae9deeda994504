using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of <see cref="RNN"/>: input (B, in), state (B, H); zeros where no state is given.</summary>
    public sealed class RNNCell : nn.Module<Tensor, Tensor?, Tensor>
    {
        private readonly long _hidden;
        private readonly bool _relu;

        [ComponentName(Name = nameof(weight_ih))]
        private Parameter _weight_ih = null!;

        [ComponentName(Name = nameof(weight_hh))]
        private Parameter _weight_hh = null!;

        [ComponentName(Name = nameof(bias_ih))]
        private Parameter? _bias_ih;

        [ComponentName(Name = nameof(bias_hh))]
        private Parameter? _bias_hh;

        internal RNNCell(long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(RNNCell))
        {
            _hidden = hiddenSize;
            _relu = nonLinearity == nn.NonLinearities.ReLU;
            weight_ih = Fresh.Uniform(hiddenSize, device, dtype, hiddenSize, inputSize);
            weight_hh = Fresh.Uniform(hiddenSize, device, dtype, hiddenSize, hiddenSize);
            if (!bias) return;
            bias_ih = Fresh.Uniform(hiddenSize, device, dtype, hiddenSize);
            bias_hh = Fresh.Uniform(hiddenSize, device, dtype, hiddenSize);
        }

        public Parameter? weight_ih
        {
            get => _weight_ih;
            set => SetNeeded(ref _weight_ih, value, nameof(weight_ih));
        }

        public Parameter? weight_hh
        {
            get => _weight_hh;
            set => SetNeeded(ref _weight_hh, value, nameof(weight_hh));
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

        public override Tensor forward(Tensor input, Tensor? h0 = null)
        {
            using var scope = NewDisposeScope();
            if (input.Dimensions == 1) return forward(input.unsqueeze(0), (h0 ?? Recurrence.StartOfCell(input, _hidden)).unsqueeze(0)).squeeze(0).MoveToOuterDisposeScope();
            var h = h0 ?? Recurrence.StartOfCell(input, _hidden);
            return (_relu ? RecurrentOperators.ReluCell(input, h, _weight_ih, _weight_hh, bias_ih, bias_hh) : RecurrentOperators.TanhCell(input, h, _weight_ih, _weight_hh, bias_ih, bias_hh)).MoveToOuterDisposeScope();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static RNNCell RNNCell(long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, nonLinearity, bias, device, dtype);
        }
    }
}
