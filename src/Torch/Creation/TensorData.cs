using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tensors out of C# arrays: the elements are copied into a tensor of their own type, which is then converted and moved.</summary>
internal static unsafe class TensorData
{
    public static Tensor Of<T>(T value, ScalarType? dtype, Device? device, bool requires_grad)
        where T : unmanaged => Of([value], [], dtype, device, requires_grad, null);

    public static Tensor Of<T>(IList<T> items, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged => Of(items as T[] ?? [.. items], shape, dtype, device, requires_grad, names);

    public static Tensor Of<T>(ReadOnlySpan<T> items, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged
    {
        long expected = 1;
        foreach (var size in shape) expected *= size;
        if (expected != items.Length)
            throw new ArgumentException($"A shape of ({string.Join(", ", shape.ToArray())}) takes {expected} elements, and {items.Length} were given.");
        var type = ElementTypes.Of(typeof(T));
        var tensor = empty(shape, type, CPU);
        items.CopyTo(new Span<T>(tensor.DataPointer, items.Length));
        return Creation.Finish(Placed(tensor, dtype ?? type, device ?? Creation.DefaultDevice), requires_grad, names);
    }

    /// <summary>An array of any number of dimensions.</summary>
    public static Tensor Of(Array items, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        var type = ElementTypes.Of(items.GetType().GetElementType()!);
        var tensor = empty([.. Enumerable.Range(0, items.Rank).Select(items.GetLongLength)], type, CPU);
        var size = tensor.ElementSize;
        if (items.Length > 0)
        {
            fixed (byte* first = &MemoryMarshal.GetArrayDataReference(items))
                Buffer.MemoryCopy(first, tensor.DataPointer, items.LongLength * size, items.LongLength * size);
        }

        return Creation.Finish(Placed(tensor, dtype ?? type, device ?? Creation.DefaultDevice), requires_grad, names);
    }

    private static Tensor Placed(Tensor tensor, ScalarType type, Device device)
    {
        if (tensor.dtype == type && device.type == DeviceType.CPU) return tensor;
        using (tensor) return tensor.to(type, device);
    }
}
