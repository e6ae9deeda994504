using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Rprop
{
    [State]
    public sealed partial class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public Tensor prev = null!;
        public Tensor step_size = null!;

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Replace(ref prev!, Zeros());
            Replace(ref step_size!, Filled(options.LearningRate!.Value));
        }
    }
}
