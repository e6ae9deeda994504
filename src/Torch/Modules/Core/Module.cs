namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A part of a model, with parameters, buffers and modules of its own; see https://pytorch.org/docs/stable/nn.html.</summary>
        public partial class Module : IDisposable
        {
            private readonly string _name;
            private readonly Utils.OrderedDict<string, Module> _modules = new();
            private readonly Utils.OrderedDict<string, Modules.Parameter> _parameterTable = new();
            private readonly Utils.OrderedDict<string, (Tensor Tensor, bool Persistent)> _bufferTable = new();
            private bool _registered;

            protected Module(string name) => _name = name;

            /// <summary>Training, not evaluation: dropout drops, and batch norm takes the statistics of the batch.</summary>
            public virtual bool training { get; private protected set; } = true;

            public virtual string GetName() => _name;

            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var module in children()) module.train(train);
            }

            public virtual void eval() => train(false);

            /// <summary>Calls the function with every module below this one, then with this one.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var module in children()) _ = module.apply(fn);
                fn(this);
                return this;
            }

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    using var gradient = parameter.grad;
                    if (gradient is null) continue;
                    if (set_to_none) parameter.grad = null;
                    else _ = gradient.zero_();
                }
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes the parameters and buffers of this module and of every module below it.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var (_, parameter) in _parameterTable) parameter.Dispose();
                foreach (var (_, buffer) in _bufferTable) buffer.Tensor.Dispose();
                foreach (var (_, module) in _modules) module.Dispose();
            }

            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? Creation.DefaultDevice, dtype ?? get_default_dtype());
        }
    }
}
