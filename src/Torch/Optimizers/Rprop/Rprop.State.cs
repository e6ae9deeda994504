using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Rprop
{
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor prev = null!;
        public Tensor step_size = null!;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Replace(ref prev!, Zeros());
            Replace(ref step_size!, Filled(options.LearningRate!.Value));
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            TensorFormat.ReadInto(prev, reader);
            TensorFormat.ReadInto(step_size, reader);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            Copy(ref prev!, other.prev);
            Copy(ref step_size!, other.step_size);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorFormat.Write(prev, writer);
            TensorFormat.Write(step_size, writer);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step
            && Close(prev, state.prev)
            && Close(step_size, state.step_size);

        public override void to(Device device)
        {
            Move(ref prev!, device);
            Move(ref step_size!, device);
        }

        public void Dispose()
        {
            prev?.Dispose();
            step_size?.Dispose();
        }
    }
}
