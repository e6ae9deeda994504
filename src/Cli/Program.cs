using System.Runtime.InteropServices;
using System.Text;

namespace Lectern.Cli;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        // The fast path: scripts ask for the version often, and nothing else needs to be loaded for it.
        if (args is ["--version"])
        {
            using var output = Stream(Console.OpenStandardOutput());
            output.WriteLine(LecternApp.Version);
            return ExitCode.Ok;
        }

        return await OnConsole((terminal, cancel) => LecternApp.Run(args, terminal, Directory.GetCurrentDirectory(), cancel));
    }

    /// <summary>Runs a program on the standard streams until it ends or a signal stops it.</summary>
    internal static async Task<int> OnConsole(Func<Terminal, CancellationToken, Task<int>> run)
    {
        using var output = Stream(Console.OpenStandardOutput());
        using var error = Stream(Console.OpenStandardError());
        error.AutoFlush = true;
        using var cancel = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        try
        {
            return await run(Terminal.OfConsole(output, error), cancel.Token);
        }
        catch (IOException) when (!cancel.IsCancellationRequested)
        {
            // The reader of a pipe went away, as head does.
            return ExitCode.Ok;
        }

        // The first signal stops the work and leaves nothing half-written; the second one ends the program as usual.
        void Interrupt(PosixSignalContext context)
        {
            if (cancel.IsCancellationRequested)
                return;
            context.Cancel = true;
            cancel.Cancel();
        }
    }

    private static StreamWriter Stream(Stream stream) => new(stream, new UTF8Encoding(false), 16384) { NewLine = "\n" };
}
