using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Rules by which parameters follow their gradients; see https://pytorch.org/docs/stable/optim.html.</summary>
    public static partial class optim
    {
        public abstract partial class Optimizer : IDisposable
        {
            /// <summary>No native optimizer stands behind this one; <paramref name="handle"/> is zero.</summary>
            protected Optimizer(nint handle)
            {
                if (handle != 0) throw new NotSupportedException("Optimizers of libtorch cannot be taken over.");
            }

            ~Optimizer() => Dispose(false);

            public delegate nint LossClosure();

            public virtual IEnumerable<ILearningRateController> ParamGroups => Groups;

            internal List<ParamGroup> Groups { get; } = [];

            /// <summary>Changes the parameters by their gradients. The closure computes the loss anew, which is the result; without one there is none.</summary>
            public abstract Tensor step(Func<Tensor>? closure = null);

            public virtual void add_param_group(ParamGroup param_group) => Groups.Add(param_group);

            public virtual IEnumerable<Parameter> parameters() => Groups.SelectMany(group => group.Parameters);

            /// <summary>Fills the gradients with zeros.</summary>
            public virtual void zero_grad()
            {
                using var off = no_grad();
                foreach (var group in Groups)
                {
                    using var gradients = TensorList.Gradients(group.Parameters as Parameter[] ?? [.. group.Parameters]);
                    using var present = gradients.Present();
                    if (present.Count > 0) Foreach.Zero(present);
                }
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }
        }
    }
}
