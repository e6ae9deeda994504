using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tensors in the form in which native code takes them, without an object for each; those it <paramref name="owns"/> are freed with it.</summary>
internal sealed unsafe class TensorList(nint[] handles, bool owns = false) : IDisposable
{
    public nint[] Handles { get; } = handles;

    public int Count => Handles.Length;

    /// <summary>The gradients of all parameters, 0 where there is none.</summary>
    public static TensorList Gradients(Parameter[] parameters)
    {
        var handles = Array.ConvertAll(parameters, parameter => parameter.Handle);
        var gradients = new nint[handles.Length];
        fixed (nint* first = handles, results = gradients) Native.Check(Native.lt_grads(first, handles.Length, results));
        GC.KeepAlive(parameters);
        return new TensorList(gradients, owns: true);
    }

    /// <summary>The same tensors without the gaps, for as long as this list lives.</summary>
    public TensorList Present() => new(Array.FindAll(Handles, handle => handle != 0));

    /// <summary>A tensor object for one of them.</summary>
    public Tensor At(int index)
    {
        nint handle;
        Native.Check(Native.lt_retain(Handles[index], &handle));
        return new Tensor(handle);
    }

    public void Dispose()
    {
        if (!owns) return;
        fixed (nint* first = Handles) Native.lt_release_all(first, Handles.Length);
        Array.Clear(Handles);
    }
}
