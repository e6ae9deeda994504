using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Takes a native tensor over.</summary>
        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        /// <summary>The upper half of a float of 32 bits.</summary>
        public float ReadCpuBFloat16(long i) => BitConverter.UInt32BitsToSingle((uint)ReadCpuValue<ushort>(i) << 16);

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        /// <summary>The element at place <paramref name="i"/> of the memory of a tensor on the CPU.</summary>
        public T ReadCpuValue<T>(long i)
            where T : unmanaged
        {
            CheckElementType<T>();
            if (device_type != DeviceType.CPU) throw new InvalidOperationException($"The elements of a tensor on {device} cannot be read; move it with cpu() first.");
            if (i < 0 || i >= NumberOfElements) throw new ArgumentOutOfRangeException(nameof(i), i, $"The tensor has {NumberOfElements} elements.");
            var value = ((T*)DataPointer)[i];
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The elements in row order, without their type and shape.</summary>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            TensorFormat.WriteElements(this, writer);
        }

        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            TensorFormat.ReadElements(this, reader);
        }

        public static Tensor Load(BinaryReader reader) => TensorFormat.Read(reader);

        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream);
            return Load(reader);
        }

        public static Tensor Load(string location) => Load(File.OpenRead(location));
    }
}
