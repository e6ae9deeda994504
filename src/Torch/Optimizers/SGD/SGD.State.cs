using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    [State]
    public sealed partial class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public Tensor? momentum_buffer;

        internal override (long Step, double Number) Phase => (momentum_buffer is null ? 0 : 1, 0);

        public override void Initialize(OptimizerOptions options)
        {
            Replace(ref momentum_buffer!, null);
        }
    }
}
