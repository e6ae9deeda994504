using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adamax
{
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor exp_avg = null!;
        public Tensor exp_inf = null!;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        internal override (long Step, double Number) Phase => (step, 0);

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Replace(ref exp_avg!, Zeros());
            Replace(ref exp_inf!, Zeros());
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            TensorFormat.ReadInto(exp_avg, reader);
            TensorFormat.ReadInto(exp_inf, reader);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            Copy(ref exp_avg!, other.exp_avg);
            Copy(ref exp_inf!, other.exp_inf);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorFormat.Write(exp_avg, writer);
            TensorFormat.Write(exp_inf, writer);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step
            && Close(exp_avg, state.exp_avg)
            && Close(exp_inf, state.exp_inf);

        public override void to(Device device)
        {
            Move(ref exp_avg!, device);
            Move(ref exp_inf!, device);
        }

        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_inf?.Dispose();
        }
    }
}
