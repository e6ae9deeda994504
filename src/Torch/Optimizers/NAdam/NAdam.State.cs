using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class NAdam
{
    [State]
    public sealed partial class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public double mu_product;
        public Tensor exp_avg = null!;
        public Tensor exp_avg_sq = null!;

        internal override (long Step, double Number) Phase => (step, mu_product);

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            mu_product = 1;
            Replace(ref exp_avg!, Zeros());
            Replace(ref exp_avg_sq!, Zeros());
        }
    }
}
