using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class ASGD
{
    [State]
    public sealed partial class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public double eta;
        public double mu;
        public Tensor ax = null!;

        internal override (long Step, double Number) Phase => (step, eta);

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            eta = options.LearningRate!.Value;
            mu = 1;
            Replace(ref ax!, Zeros());
        }
    }
}
