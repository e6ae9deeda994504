using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adadelta
{
    [State]
    public sealed partial class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor acc_delta = null!;

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Replace(ref square_avg!, Zeros());
            Replace(ref acc_delta!, Zeros());
        }
    }
}
