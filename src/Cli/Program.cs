using System.Runtime.InteropServices;
using System.Text;

namespace Lectern.Cli;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var output = Stream(Console.OpenStandardOutput());
        // The fast path: scripts ask for the version often, and nothing else needs to be loaded for it.
        if (args is ["--version"])
        {
            output.WriteLine(LecternApp.Version);
            return ExitCode.Ok;
        }

        using var error = Stream(Console.OpenStandardError());
        error.AutoFlush = true;
        using var cancel = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        try
        {
            return await LecternApp.Run(args, Terminal.OfConsole(output, error), Directory.GetCurrentDirectory(), cancel.Token);
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
