namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Writes an archive of libtorch with this tensor in it.</summary>
        public void save(string location)
        {
            fixed (byte* path = Arg.Utf8(location)) Native.Check(Native.lt_save(Handle, path));
            GC.KeepAlive(this);
        }

        public static Tensor load(string location)
        {
            nint handle;
            fixed (byte* path = Arg.Utf8(location)) Native.Check(Native.lt_load(path, &handle));
            return new Tensor(handle);
        }
    }

    public static void save(Tensor t, string location) => t.save(location);

    public static Tensor load(string location) => Tensor.load(location);
}
