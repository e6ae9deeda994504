using System.Numerics;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The memory behind a tensor, whatever the tensor's shape and strides are.</summary>
    public abstract unsafe class Storage
    {
        private readonly Tensor? _tensor;
        private readonly nint _data;

        protected Storage()
        {
        }

        protected Storage(Tensor tensor)
            : this(tensor, 0)
        {
        }

        protected Storage(Tensor tensor, nint data_ptr)
        {
            _tensor = tensor;
            _data = data_ptr != 0 ? data_ptr : Whole(tensor).Data;
        }

        private protected Tensor Held => _tensor ?? throw new InvalidOperationException("A storage made of one value only stands for it in an assignment.");

        public abstract int element_size();

        public ulong nbytes() => (ulong)Whole(Held).Bytes;

        public Storage<bool> @bool() => Held.storage<bool>();

        public Storage<byte> @byte() => Held.storage<byte>();

        public Storage<char> @char() => Held.storage<char>();

        public Storage<int> @int() => Held.storage<int>();

        public Storage<long> @long() => Held.storage<long>();

        public Storage<float> @float() => Held.storage<float>();

        public Storage<double> @double() => Held.storage<double>();

        public Storage<(float, float)> complex_float() => Held.storage<(float, float)>();

        public Storage<Complex> complex_double() => Held.storage<Complex>();

        protected nint data_ptr() => _data;

        private static (nint Data, long Bytes) Whole(Tensor tensor)
        {
            void* data;
            long bytes;
            Native.Check(Native.lt_storage(tensor.Handle, &data, &bytes));
            GC.KeepAlive(tensor);
            return ((nint)data, bytes);
        }
    }

    public partial class Tensor
    {
        /// <summary>The memory as numbers of type <typeparamref name="T"/>: this tensor's own where it holds such, else that of a converted copy.</summary>
        public Storage<T> storage<T>()
            where T : unmanaged => new(to(ElementTypes.Of(typeof(T))).DetachFromDisposeScope());
    }
}
