using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The elements in the order of the memory; those on another device are reached after <see cref="cpu"/>.</summary>
    public sealed unsafe class Storage<T> : Storage, IDisposable, IEnumerable<T>
        where T : unmanaged
    {
        private readonly T _value;

        internal Storage(Tensor tensor)
            : base(tensor) => Count = checked((int)(nbytes() / (ulong)sizeof(T)));

        private Storage(Tensor tensor, nint data, int count)
            : base(tensor, data) => Count = count;

        private Storage(T value) => _value = value;

        public int Count { get; }

        public bool IsReadOnly => false;

        public Device device => Held.device;

        private Span<T> Elements => Held.device_type == DeviceType.CPU
            ? new Span<T>((void*)data_ptr(), Count)
            : throw new InvalidOperationException($"The elements of a storage on {device} cannot be read; move it with cpu() first.");

        public T this[int index]
        {
            get => Elements[index];
            set => Elements[index] = value;
        }

        /// <summary>A part that shares the memory; a single value assigned to it fills it.</summary>
        public Storage<T> this[(int?, int?) range]
        {
            get => this[(range.Item1 ?? 0)..(range.Item2 ?? Count)];
            set => this[(range.Item1 ?? 0)..(range.Item2 ?? Count)] = value;
        }

        public Storage<T> this[Range range]
        {
            get
            {
                var (start, count) = range.GetOffsetAndLength(Count);
                return new Storage<T>(Held.alias().DetachFromDisposeScope(), data_ptr() + start * sizeof(T), count);
            }

            set => Elements[range].Fill(value._value);
        }

        public static implicit operator Storage<T>(T value) => new(value);

        public override int element_size() => sizeof(T);

        public Storage<T> cpu() => Moved(CPU);

        public Storage<T> cuda(Device? device = null) => Moved(device ?? new Device(DeviceType.CUDA));

        public T[] ToArray() => Elements.ToArray();

        public IList<T> tolist() => ToArray();

        public bool Contains(T item) => IndexOf(item) >= 0;

        public int IndexOf(T item) => Array.IndexOf(ToArray(), item);

        public void fill_(T value) => Elements.Fill(value);

        public void copy_(IList<T> array) => CopyFrom(array, 0);

        /// <summary>Fills the memory from the list's element <paramref name="arrayIndex"/> on, as far as both reach.</summary>
        public void CopyFrom(IList<T> array, int arrayIndex)
        {
            var elements = Elements;
            for (var i = 0; i < Math.Min(Count, array.Count - arrayIndex); i++) elements[i] = array[arrayIndex + i];
        }

        public void CopyTo(IList<T> array, int arrayIndex)
        {
            var elements = Elements;
            for (var i = 0; i < Math.Min(Count, array.Count - arrayIndex); i++) array[arrayIndex + i] = elements[i];
        }

        public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public void Dispose() => Held.Dispose();

        private Storage<T> Moved(Device device)
        {
            using var moved = Held.to(device);
            return moved.storage<T>();
        }
    }
}
