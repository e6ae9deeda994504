using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class AdamW
{
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor exp_avg = null!;
        public Tensor exp_avg_sq = null!;
        public Tensor? max_exp_avg_sq;

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
            Replace(ref max_exp_avg_sq!, ((Options)options).amsgrad!.Value ? Zeros() : null);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            TensorFormat.ReadInto(exp_avg, reader);
            TensorFormat.ReadInto(exp_avg_sq, reader);
            LoadConditionalStateTensor(reader, ref max_exp_avg_sq, Parameter.device);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            Copy(ref exp_avg!, other.exp_avg);
            Copy(ref exp_avg_sq!, other.exp_avg_sq);
            Copy(ref max_exp_avg_sq!, other.max_exp_avg_sq);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorFormat.Write(exp_avg, writer);
            TensorFormat.Write(exp_avg_sq, writer);
            SaveConditionalStateTensor(writer, max_exp_avg_sq);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step
            && Close(exp_avg, state.exp_avg)
            && Close(exp_avg_sq, state.exp_avg_sq)
            && Close(max_exp_avg_sq, state.max_exp_avg_sq);

        public override void to(Device device)
        {
            Move(ref exp_avg!, device);
            Move(ref exp_avg_sq!, device);
            Move(ref max_exp_avg_sq!, device);
        }

        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
        }
    }
}
