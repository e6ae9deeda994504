using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor? momentum_buffer;
        public Tensor? grad_avg;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Replace(ref square_avg!, Zeros());
            Replace(ref momentum_buffer!, ((Options)options).momentum!.Value > 0 ? Zeros() : null);
            Replace(ref grad_avg!, ((Options)options).centered!.Value ? Zeros() : null);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            TensorFormat.ReadInto(square_avg, reader);
            LoadConditionalStateTensor(reader, ref momentum_buffer, Parameter.device);
            LoadConditionalStateTensor(reader, ref grad_avg, Parameter.device);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            Copy(ref square_avg!, other.square_avg);
            Copy(ref momentum_buffer!, other.momentum_buffer);
            Copy(ref grad_avg!, other.grad_avg);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            TensorFormat.Write(square_avg, writer);
            SaveConditionalStateTensor(writer, momentum_buffer);
            SaveConditionalStateTensor(writer, grad_avg);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step
            && Close(square_avg, state.square_avg)
            && Close(momentum_buffer, state.momentum_buffer)
            && Close(grad_avg, state.grad_avg);

        public override void to(Device device)
        {
            Move(ref square_avg!, device);
            Move(ref momentum_buffer!, device);
            Move(ref grad_avg!, device);
        }

        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }
    }
}
