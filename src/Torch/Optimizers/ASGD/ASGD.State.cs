using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class ASGD
{
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public double eta;
        public double mu;
        public Tensor ax = null!;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        internal override (long Step, double Number) Phase => (step, eta);

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            eta = options.LearningRate!.Value;
            mu = 1;
            Replace(ref ax!, Zeros());
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            eta = reader.ReadDouble();
            mu = reader.ReadDouble();
            TensorFormat.ReadInto(ax, reader);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            eta = other.eta;
            mu = other.mu;
            Copy(ref ax!, other.ax);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            writer.Write(eta);
            writer.Write(mu);
            TensorFormat.Write(ax, writer);
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Math.Abs(eta - state.eta) <= 1e-8 && Math.Abs(mu - state.mu) <= 1e-8
            && Close(ax, state.ax);

        public override void to(Device device)
        {
            Move(ref ax!, device);
        }

        public void Dispose()
        {
            ax?.Dispose();
        }
    }
}
