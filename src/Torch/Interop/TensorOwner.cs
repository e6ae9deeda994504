namespace TorchSharp;

/// <summary>
/// Frees the native tensor of a <see cref="torch.Tensor"/> that was dropped. To make an object with a finalizer costs five times
/// as much as one without, so that those of disposed tensors are used again; the youngest first, for old ones are collected late.
/// </summary>
internal sealed class TensorOwner
{
    private const int Spares = 4096;

    [ThreadStatic]
    private static Pool? t_spare;

    private TensorOwner()
    {
    }

    ~TensorOwner()
    {
        if (Handle != 0) Native.lt_release(Handle);
        Handle = 0;
    }

    public nint Handle { get; private set; }

    public static TensorOwner Of(nint handle)
    {
        var pool = t_spare ??= new Pool();
        var owner = pool.Count > 0 ? pool.Items[--pool.Count] : new TensorOwner();
        owner.Handle = handle;
        return owner;
    }

    public void Release()
    {
        if (Give() is var handle and not 0) Native.lt_release(handle);
    }

    /// <summary>Owns nothing from now on and may be used again, unless it has been finalized already.</summary>
    public nint Give()
    {
        var handle = Handle;
        if (handle == 0) return 0;
        Handle = 0;
        var pool = t_spare ??= new Pool();
        if (pool.Count < Spares) pool.Items[pool.Count++] = this;
        else GC.SuppressFinalize(this);
        return handle;
    }

    private sealed class Pool
    {
        public readonly TensorOwner[] Items = new TensorOwner[Spares];
        public int Count;
    }
}
