using System.Text;

namespace Lectern.Cli.Sources;

/// <summary>Files replaced in one step: a reader sees the old text or the new one, never half of it.</summary>
internal static class TextFile
{
    public static void Replace(string path, string text, CancellationToken cancel)
    {
        var target = File.Exists(path) ? new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path : path;
        var staging = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(staging, text, new UTF8Encoding(false));
            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(staging, File.GetUnixFileMode(target));
            cancel.ThrowIfCancellationRequested();
            File.Move(staging, target, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: cannot be written: {e.Message}", ExitCode.Failed);
        }
        finally
        {
            File.Delete(staging);
        }
    }
}
