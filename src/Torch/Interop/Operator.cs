using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>An operator of ATen, looked up when it is first called.</summary>
internal sealed unsafe class Operator(string name, string overload)
{
    private nint _handle;

    public bool Exists => _handle != 0 || (_handle = Find()) != 0;

    /// <summary>The operator's schema as the loaded libtorch has it.</summary>
    public string Schema
    {
        get
        {
            byte* text;
            Native.Check(Native.lt_schema(Handle, &text));
            return Marshal.PtrToStringUTF8((nint)text)!;
        }
    }

    private nint Handle => Exists
        ? _handle
        : throw new NotSupportedException($"libtorch {torch.__version__} has no operator aten::{name}{(overload.Length == 0 ? "" : "." + overload)}");

    public void Run(Arg* arguments, int count) => Call(arguments, count, null, 0);

    public Tensor One(Arg* arguments, int count)
    {
        Arg result;
        Call(arguments, count, &result, 1);
        return new Tensor((nint)result.Pointer);
    }

    public (Tensor, Tensor) Two(Arg* arguments, int count)
    {
        var results = stackalloc Arg[2];
        Call(arguments, count, results, 2);
        return (Give(results[0]), Give(results[1]));
    }

    public (Tensor, Tensor, Tensor) Three(Arg* arguments, int count)
    {
        var results = stackalloc Arg[3];
        Call(arguments, count, results, 3);
        return (Give(results[0]), Give(results[1]), Give(results[2]));
    }

    public (Tensor, Tensor, Tensor, Tensor) Four(Arg* arguments, int count)
    {
        var results = stackalloc Arg[4];
        Call(arguments, count, results, 4);
        return (Give(results[0]), Give(results[1]), Give(results[2]), Give(results[3]));
    }

    public (Tensor, Tensor, Tensor, Tensor, Tensor) Five(Arg* arguments, int count)
    {
        var results = stackalloc Arg[5];
        Call(arguments, count, results, 5);
        return (Give(results[0]), Give(results[1]), Give(results[2]), Give(results[3]), Give(results[4]));
    }

    public Tensor[] Many(Arg* arguments, int count)
    {
        Arg result;
        Call(arguments, count, &result, 1);
        var tensors = new Tensor[result.Length];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new Tensor(((nint*)result.Pointer)[i]);
        return tensors;
    }

    public long Integer(Arg* arguments, int count)
    {
        Arg result;
        Call(arguments, count, &result, 1);
        return result.Integer;
    }

    public bool Truth(Arg* arguments, int count) => Integer(arguments, count) != 0;

    public double Number(Arg* arguments, int count)
    {
        Arg result;
        Call(arguments, count, &result, 1);
        return result.Number;
    }

    /// <summary>A scalar of whatever kind the operator gives.</summary>
    public Arg Value(Arg* arguments, int count)
    {
        Arg result;
        Call(arguments, count, &result, 1);
        return result;
    }

    private static Tensor Give(Arg result) => result.Pointer is null ? null! : new Tensor((nint)result.Pointer);

    private void Call(Arg* arguments, int count, Arg* results, int capacity)
    {
        var handle = _handle != 0 ? _handle : Handle;
        var error = Native.lt_call(handle, arguments, count, results, capacity);
        if (error != NativeError.None) Recover(error, handle, arguments, count, results, capacity);
    }

    /// <summary>Tensors that nobody holds may fill the memory: after they are freed, one more try.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Recover(NativeError error, nint handle, Arg* arguments, int count, Arg* results, int capacity)
    {
        if (error == NativeError.Memory)
        {
            HandleMeter.FreeEverythingUnused();
            error = Native.lt_call(handle, arguments, count, results, capacity);
        }

        Native.Check(error);
    }

    private nint Find()
    {
        nint handle;
        fixed (byte* full = Arg.Utf8("aten::" + name))
        fixed (byte* variant = Arg.Utf8(overload))
            Native.Check(Native.lt_find(full, variant, &handle));
        return handle;
    }
}
