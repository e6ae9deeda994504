using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adagrad
{
    [State]
    public sealed partial class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public Tensor sum = null!;

        internal override (long Step, double Number) Phase => (step, 0);

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Replace(ref sum!, Filled(((Options)options).initial_accumulator_value!.Value));
        }
    }
}
