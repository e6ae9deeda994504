using System.Runtime.InteropServices;

namespace Lectern.Site.Output;

/// <summary>Two folders trade places. On Linux no moment exists in which the target is missing.</summary>
internal static partial class Exchange
{
    private const int CurrentFolder = -100;
    private const uint RenameExchange = 2;

    /// <summary>After this the target is what was staged, and the staging path holds the old target if there was one.</summary>
    public static void Swap(string staging, string target)
    {
        if (!Directory.Exists(target))
            Directory.Move(staging, target);
        else if (!OperatingSystem.IsLinux() || Rename(CurrentFolder, staging, CurrentFolder, target, RenameExchange) != 0)
            RenameInTurn(staging, target);
    }

    internal static void RenameInTurn(string staging, string target)
    {
        var old = staging + "-old";
        Directory.Move(target, old);
        try
        {
            Directory.Move(staging, target);
        }
        catch
        {
            Directory.Move(old, target);
            throw;
        }

        Directory.Move(old, staging);
    }

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(int fromFolder, string from, int toFolder, string to, uint flags);
}
