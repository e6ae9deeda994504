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
        var owner = pool.Take() ?? new TensorOwner();
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
        if (!(t_spare ??= new Pool()).Put(this)) GC.SuppressFinalize(this);
        return handle;
    }

    private sealed class Pool
    {
        private readonly TensorOwner?[] _items = new TensorOwner[Spares];
        private int _count;

        /// <summary>The place is emptied, or the pool would keep alive what the owner then owns.</summary>
        public TensorOwner? Take()
        {
            if (_count == 0) return null;
            var owner = _items[--_count];
            _items[_count] = null;
            return owner;
        }

        public bool Put(TensorOwner owner)
        {
            if (_count == _items.Length) return false;
            _items[_count++] = owner;
            return true;
        }
    }
}
