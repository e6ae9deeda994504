using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    public sealed class State : OptimizerState, IDisposable
    {
        public Tensor? momentum_buffer;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        internal override (long Step, double Number) Phase => (momentum_buffer is null ? 0 : 1, 0);

        public override void Initialize(OptimizerOptions options)
        {
            Replace(ref momentum_buffer!, null);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            LoadConditionalStateTensor(reader, ref momentum_buffer, Parameter.device);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            Copy(ref momentum_buffer!, other.momentum_buffer);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            SaveConditionalStateTensor(writer, momentum_buffer);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state
            && Close(momentum_buffer, state.momentum_buffer);

        public override void to(Device device)
        {
            Move(ref momentum_buffer!, device);
        }

        public void Dispose()
        {
            momentum_buffer?.Dispose();
        }
    }
}
