using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class AdamW
{
    [State]
    public sealed partial class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public Tensor exp_avg = null!;
        public Tensor exp_avg_sq = null!;
        public Tensor? max_exp_avg_sq;

        internal override (long Step, double Number) Phase => (step, 0);

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Replace(ref exp_avg!, Zeros());
            Replace(ref exp_avg_sq!, Zeros());
            Replace(ref max_exp_avg_sq!, ((Options)options).amsgrad!.Value ? Zeros() : null);
        }
    }
}
