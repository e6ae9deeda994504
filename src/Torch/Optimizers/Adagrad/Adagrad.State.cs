using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adagrad
{
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor sum = null!;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        internal override (long Step, double Number) Phase => (step, 0);

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Replace(ref sum!, Filled(((Options)options).initial_accumulator_value!.Value));
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            TensorFormat.ReadInto(sum, reader);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            Copy(ref sum!, other.sum);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorFormat.Write(sum, writer);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step
            && Close(sum, state.sum);

        public override void to(Device device)
        {
            Move(ref sum!, device);
        }

        public void Dispose()
        {
            sum?.Dispose();
        }
    }
}
