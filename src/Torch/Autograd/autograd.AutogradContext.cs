namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What <c>forward</c> leaves for <c>backward</c>.</summary>
        public unsafe class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> _data = [];
            private int _savedCount;

            internal AutogradContext()
            {
            }

            /// <summary>Without a gradient for an output, backward gets zeros, else null.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            internal List<Tensor> Saved { get; private set; } = [];

            internal List<Tensor> Dirty { get; private set; } = [];

            internal List<Tensor> Constant { get; private set; } = [];

            /// <summary>The native node, while its backward function runs.</summary>
            internal nint Node { get; set; }

            /// <summary>Keeps inputs and outputs; what else backward needs goes into <see cref="save_data"/>.</summary>
            public void save_for_backward(List<Tensor> tensors) => Saved = [.. tensors];

            /// <summary>The kept tensors, as new objects in the order in which they were given.</summary>
            public List<Tensor> get_saved_variables()
            {
                if (Node == 0) return [.. Saved];
                var tensors = new List<Tensor>(_savedCount);
                for (var i = 0; i < _savedCount; i++)
                {
                    nint handle;
                    Native.Check(Native.lt_saved(Node, i, &handle));
                    tensors.Add(handle == 0 ? null! : new Tensor(handle));
                }

                return tensors;
            }

            public void save_data(string key, object value) => _data[key] = value;

            public object get_data(string key) => _data.GetValueOrDefault(key)!;

            /// <summary>Inputs that forward has changed in place and returns.</summary>
            public void mark_dirty(List<Tensor> tensors) => Dirty = [.. tensors];

            public void mark_non_differentiable(List<Tensor> tensors) => Constant = [.. tensors];

            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>The native node holds the tensors from now on.</summary>
            internal void HandOver()
            {
                _savedCount = Saved.Count;
                (Saved, Dirty, Constant) = ([], [], []);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                HandOver();
                _data.Clear();
            }
        }
    }
}
