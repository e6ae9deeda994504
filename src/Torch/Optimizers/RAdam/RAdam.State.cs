using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class RAdam
{
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor exp_avg = null!;
        public Tensor exp_avg_sq = null!;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        internal override (long Step, double Number) Phase => (step, 0);

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Replace(ref exp_avg!, Zeros());
            Replace(ref exp_avg_sq!, Zeros());
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            TensorFormat.ReadInto(exp_avg, reader);
            TensorFormat.ReadInto(exp_avg_sq, reader);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            Copy(ref exp_avg!, other.exp_avg);
            Copy(ref exp_avg_sq!, other.exp_avg_sq);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorFormat.Write(exp_avg, writer);
            TensorFormat.Write(exp_avg_sq, writer);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step
            && Close(exp_avg, state.exp_avg)
            && Close(exp_avg_sq, state.exp_avg_sq);

        public override void to(Device device)
        {
            Move(ref exp_avg!, device);
            Move(ref exp_avg_sq!, device);
        }

        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
        }
    }
}
