using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>One step of <see cref="GRU"/>: input (B, in), state (B, H); zeros where no state is given.</summary>
    public sealed class GRUCell : nn.Module<Tensor, Tensor?, Tensor>
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

        internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
            : base(nameof(GRUCell))
        {
            _hidden = hiddenSize;
            weight_ih = Fresh.Uniform(hiddenSize, device, dtype, 3 * hiddenSize, inputSize);
            weight_hh = Fresh.Uniform(hiddenSize, device, dtype, 3 * hiddenSize, hiddenSize);
            if (!bias) return;
            bias_ih = Fresh.Uniform(hiddenSize, device, dtype, 3 * hiddenSize);
            bias_hh = Fresh.Uniform(hiddenSize, device, dtype, 3 * hiddenSize);
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
            return RecurrentOperators.GruCell(input, h, _weight_ih, _weight_hh, bias_ih, bias_hh).MoveToOuterDisposeScope();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static GRUCell GRUCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }
}
