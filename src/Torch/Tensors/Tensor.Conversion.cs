namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            var converted = Converted(this, type, non_blocking, copy);
            if (disposeAfter) Dispose();
            return converted;
        }

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(this, dtype, device, non_blocking, copy, disposeAfter);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(this, type, device, non_blocking, copy, disposeAfter);

        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(this, dtype, new Device(deviceType, deviceIndex), non_blocking, copy, disposeAfter);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Moved(this, dtype, new Device(device), non_blocking, copy, disposeAfter);


        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(type, copy, disposeAfter, non_blocking);


        public Tensor cpu() => to(CPU);

        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? new Device(DeviceType.CUDA), non_blocking: non_blocking);

        public Tensor type(ScalarType dtype) => to(dtype);


        private static Tensor Moved(Tensor tensor, ScalarType type, Device device, bool non_blocking, bool copy, bool disposeAfter)
        {
            var moved = Converted(tensor, device, type, non_blocking, copy);
            if (disposeAfter) tensor.Dispose();
            return moved;
        }

        [Aten("to.dtype", "tensor, type, non_blocking, copy")]
        private static partial Tensor Converted(Tensor tensor, ScalarType type, bool non_blocking, bool copy);

        [Aten("to.device", "tensor, device, type, non_blocking, copy")]
        private static partial Tensor Converted(Tensor tensor, Device device, ScalarType type, bool non_blocking, bool copy);
    }
}
