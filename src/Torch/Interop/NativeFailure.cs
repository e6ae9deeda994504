using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Turns the failure of a native call into an exception; each kind has its own error code.</summary>
internal static unsafe class NativeFailure
{
    /// <summary>What managed code threw while native code had called it, maybe on a thread of libtorch, to be thrown again on the way out.</summary>
    public static Exception? Pending;

    private const int OutOfMemory = unchecked((int)0x8007000E);
    private const int OutOfRange = unchecked((int)0x80131508);
    private const int InvalidArgument = unchecked((int)0x80070057);
    private const int WrongType = unchecked((int)0x80004002);
    private const int NotImplemented = unchecked((int)0x80004001);
    private const int Arithmetic = unchecked((int)0x80070216);
    private const int Failed = unchecked((int)0x80004005);

    [DoesNotReturn]
    public static void Throw(NativeError error)
    {
        if (error == NativeError.Managed && Interlocked.Exchange(ref Pending, null) is { } inner) ExceptionDispatchInfo.Throw(inner);
        throw new ExternalException(Marshal.PtrToStringUTF8((nint)Native.lt_last_error()), Code(error));
    }

    private static int Code(NativeError error) => error switch
    {
        NativeError.Memory => OutOfMemory,
        NativeError.Index => OutOfRange,
        NativeError.Value => InvalidArgument,
        NativeError.Type => WrongType,
        NativeError.NotImplemented => NotImplemented,
        NativeError.Linalg => Arithmetic,
        _ => Failed,
    };
}
