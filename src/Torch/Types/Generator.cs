namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers of its own.</summary>
    public unsafe class Generator : IDisposable
    {
        private nint _handle;

        public Generator(ulong seed = 0, Device? device = null)
            : this(device ?? torch.CPU, seed, (int)(device ?? torch.CPU).type)
        {
        }

        private Generator(Device device, ulong seed, int type)
        {
            this.device = device;
            nint handle;
            Native.Check(Native.lt_generator(type, device.index, seed, &handle));
            _handle = handle;
        }

        ~Generator() => Dispose(false);

        /// <summary>The generator of the CPU that operators use when none is named.</summary>
        public static Generator Default { get; } = new(torch.CPU, 0, -1);

        public Device device { get; }

        public nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Generator));

        public long initial_seed() => (long)Native.lt_generator_initial_seed(Handle);

        public Generator manual_seed(long seed)
        {
            Native.Check(Native.lt_generator_manual_seed(Handle, (ulong)seed));
            return this;
        }

        /// <summary>Takes a seed from the system's source of randomness and returns it.</summary>
        public long seed()
        {
            ulong seed;
            Native.Check(Native.lt_generator_seed(Handle, &seed));
            return (long)seed;
        }

        public Tensor get_state()
        {
            nint state;
            Native.Check(Native.lt_generator_state(Handle, &state));
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            Native.Check(Native.lt_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            // The default one is everybody's: code that disposes what manual_seed has returned does not end it.
            if (ReferenceEquals(this, Default)) return;
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0) Native.lt_generator_free(handle);
        }
    }
}
