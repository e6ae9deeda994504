namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public bool requires_grad
        {
            get
            {
                var on = Native.lt_requires_grad(Handle) != 0;
                GC.KeepAlive(this);
                return on;
            }

            set
            {
                Native.Check(Native.lt_set_requires_grad(Handle, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        public bool is_leaf
        {
            get
            {
                int leaf;
                Native.Check(Native.lt_is_leaf(Handle, &leaf));
                GC.KeepAlive(this);
                return leaf != 0;
            }
        }

        /// <summary>The gradient that backward passes have added up in this leaf; null before the first.</summary>
        public Tensor? grad
        {
            get
            {
                nint gradient;
                Native.Check(Native.lt_grad(Handle, &gradient));
                GC.KeepAlive(this);
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set
            {
                Native.Check(Native.lt_set_grad(Handle, value?.Handle ?? 0));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Keeps the gradient of a tensor that is not a leaf.</summary>
        public void retain_grad()
        {
            Native.Check(Native.lt_retain_grad(Handle));
            GC.KeepAlive(this);
        }

        public void backward() => autograd.backward(this, (IList<Tensor>?)null, null, false, null);

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward(this, grad_tensors, retain_graph, create_graph, inputs);
    }
}
