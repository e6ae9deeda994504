using System.Runtime.InteropServices;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A tensor over the elements of an array, which both write to, unless they are converted to another type.</summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        var length = rawArray.LongLength;
        if (offset < 0 || offset >= length) throw new ArgumentException($"An array of {length} elements has none at {offset}.", nameof(offset));
        if (count > length - offset) throw new ArgumentException($"{count} elements from {offset} on are more than the {length} of the array.", nameof(count));
        var type = ElementTypes.Of(rawArray.GetType().GetElementType()!);
        var size = count < 0 ? length - offset : count;
        var pin = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        nint handle;
        var first = (byte*)pin.AddrOfPinnedObject() + offset * type.ElementSize();
        Native.Check(Native.lt_from_blob(first, &size, 1, (int)type, GCHandle.ToIntPtr(pin), &Unpin, &handle));
        var shared = new Tensor(handle);
        if (dtype == type) return Creation.Finish(shared, requires_grad, null);
        using (shared) return Creation.Finish(shared.to(dtype), requires_grad, null);
    }

    /// <summary>The elements of a file, which are mapped into memory; with <paramref name="shared"/>, writing changes the file.</summary>
    [Aten("from_file", "filename, shared, size, dtype ?? get_default_dtype(), _, device ?? Creation.DefaultDevice")]
    public static partial Tensor from_file(string filename, bool? shared = null, long? size = 0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);

    [UnmanagedCallersOnly]
    private static void Unpin(nint pin) => GCHandle.FromIntPtr(pin).Free();
}
