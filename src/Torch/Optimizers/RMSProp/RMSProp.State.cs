using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    [State]
    public sealed partial class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor? momentum_buffer;
        public Tensor? grad_avg;

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Replace(ref square_avg!, Zeros());
            Replace(ref momentum_buffer!, ((Options)options).momentum!.Value > 0 ? Zeros() : null);
            Replace(ref grad_avg!, ((Options)options).centered!.Value ? Zeros() : null);
        }
    }
}
