using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adadelta
{
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor acc_delta = null!;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Replace(ref square_avg!, Zeros());
            Replace(ref acc_delta!, Zeros());
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            TensorFormat.ReadInto(square_avg, reader);
            TensorFormat.ReadInto(acc_delta, reader);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            Copy(ref square_avg!, other.square_avg);
            Copy(ref acc_delta!, other.acc_delta);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorFormat.Write(square_avg, writer);
            TensorFormat.Write(acc_delta, writer);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step
            && Close(square_avg, state.square_avg)
            && Close(acc_delta, state.acc_delta);

        public override void to(Device device)
        {
            Move(ref square_avg!, device);
            Move(ref acc_delta!, device);
        }

        public void Dispose()
        {
            square_avg?.Dispose();
            acc_delta?.Dispose();
        }
    }
}
