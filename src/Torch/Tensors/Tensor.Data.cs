using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The elements, in row order, for reading and writing in place; the tensor must be on the CPU.</summary>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            CheckElementType<T>();
            if (device_type != DeviceType.CPU)
                throw new InvalidOperationException($"The elements of a tensor on {device} cannot be read; move it with cpu() first.");
            return new TensorAccessor<T>(this);
        }

        /// <summary>The memory of a contiguous tensor on the CPU.</summary>
        public Span<byte> bytes
        {
            get
            {
                if (!is_contiguous()) throw new InvalidOperationException("Only a contiguous tensor has its bytes in one piece; call contiguous() first.");
                if (device_type != DeviceType.CPU) throw new InvalidOperationException($"The bytes of a tensor on {device} cannot be read; move it with cpu() first.");
                return new Span<byte>(DataPointer, checked((int)(NumberOfElements * ElementSize)));
            }

            set
            {
                if (value.Length != bytes.Length) throw new ArgumentException($"{bytes.Length} bytes are needed, and {value.Length} were given.");
                value.CopyTo(bytes);
            }
        }

        internal void* DataPointer
        {
            get
            {
                void* data;
                Native.Check(Native.lt_data(Handle, &data));
                return data;
            }
        }

        /// <summary>The only element, which is of type <typeparamref name="T"/>.</summary>
        public T item<T>()
            where T : unmanaged
        {
            CheckElementType<T>();
            return (T)Convert(ToScalar(), typeof(T));
        }

        public Scalar ToScalar()
        {
            if (NumberOfElements != 1) throw new ArgumentException($"A tensor of {NumberOfElements} elements is not one number.");
            var argument = Arg.Required(this, "self");
            var value = s_item.Value(&argument, 1);
            GC.KeepAlive(this);
            return new Scalar(value, dtype);
        }

        internal static void CheckElementType<T>(ScalarType type)
        {
            if (type == ScalarType.BFloat16 ? typeof(T) != typeof(ushort) : ElementTypes.Of(type) != typeof(T))
                throw new ArgumentException($"The elements are of type {type}, which {typeof(T).Name} does not hold.");
        }

        private static readonly Operator s_item = new("_local_scalar_dense", "");

        private void CheckElementType<T>() => CheckElementType<T>(dtype);

        private static object Convert(Scalar value, Type type) => type switch
        {
            _ when type == typeof(double) => value.ToDouble(),
            _ when type == typeof(float) => value.ToSingle(),
            _ when type == typeof(Half) => value.ToHalf(),
            _ when type == typeof(long) => value.ToInt64(),
            _ when type == typeof(int) => value.ToInt32(),
            _ when type == typeof(short) => value.ToInt16(),
            _ when type == typeof(sbyte) => value.ToSByte(),
            _ when type == typeof(byte) => value.ToByte(),
            _ when type == typeof(bool) => value.ToBoolean(),
            _ when type == typeof(Complex) => value.ToComplexFloat64(),
            _ when type == typeof((float, float)) => ValueTuple.Create(value.ToComplexFloat32().Real, value.ToComplexFloat32().Imaginary),
            _ => throw new ArgumentException($"An element cannot be read as {type.Name}."),
        };
    }
}
