using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Lectern.Cli.Commands;
using Lectern.Code;
using Lectern.Evidence;

namespace Lectern.Cli.Claims;

/// <summary>What of an implementation is to be measured, and how.</summary>
internal sealed record ClaimOrder(Implementation Implementation, IReadOnlyList<string> Claims, string Device, long? Seed, bool Full);

/// <summary>The built tests of the implementations, as a program of their own: this process never loads a tensor library.</summary>
internal sealed class ClaimProgram(CommandContext context, Workshop workshop, string? given)
{
    private const string Name = "Lectern.Implementations.Tests.dll";

    /// <summary>Runs the claims; what the program says goes to standard error as it comes.</summary>
    public async Task<EvidenceRecord> Measure(ClaimOrder order, CancellationToken cancel)
    {
        var program = given is null ? Newest(order.Implementation) : context.Full(given);
        var file = Path.Combine(Path.GetTempPath(), $"lectern-{order.Implementation.Name}-{Guid.NewGuid():N}.json");
        try
        {
            var code = await Run(Start(program, order, file), cancel);
            return Read(file) ?? throw new CommandException(
                $"the claims of {order.Implementation.Name} could not be run on {order.Device}: their program ended with {code} and left no record",
                ExitCode.Failed, $"./lectern run {order.Implementation.Name}   builds it first, and says what is missing");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ProcessStartInfo Start(string program, ClaimOrder order, string file)
    {
        var managed = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        List<string> arguments = managed ? [program] : [];
        arguments.AddRange([order.Implementation.TypeName, "--out", file, "--hash", order.Implementation.Hash]);
        foreach (var claim in order.Claims)
            arguments.AddRange(["--claim", claim]);
        var start = new ProcessStartInfo(managed ? "dotnet" : program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["LECTERN_DEVICE"] = order.Device;
        start.Environment["LECTERN_FULL"] = order.Full ? "1" : "";
        start.Environment["LECTERN_SEED"] = order.Seed?.ToString() ?? "";
        return start;
    }

    private async Task<int> Run(ProcessStartInfo start, CancellationToken cancel)
    {
        try
        {
            using var process = Process.Start(start)!;
            await using var stop = cancel.Register(() => process.Kill(entireProcessTree: true));
            await Task.WhenAll(Pass(process.StandardError), Pass(process.StandardOutput));
            await process.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
            return process.ExitCode;
        }
        catch (Win32Exception problem)
        {
            throw new CommandException($"{start.FileName} cannot be started: {problem.Message}", ExitCode.Failed);
        }
    }

    /// <summary>Piece by piece: a line about a claim begins before the claim is run.</summary>
    private async Task Pass(StreamReader from)
    {
        var buffer = new char[1024];
        while (await from.ReadAsync(buffer) is > 0 and var count)
        {
            lock (context.Terminal)
                context.Terminal.Error.Write(buffer, 0, count);
            await context.Terminal.Error.FlushAsync(CancellationToken.None);
        }
    }

    private static EvidenceRecord? Read(string file)
    {
        try
        {
            return File.Exists(file) ? EvidenceRecord.Read(file) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Measured is what is built: a program older than its sources would measure something else.</summary>
    private string Newest(Implementation implementation)
    {
        var bin = Path.Combine(workshop.Root, ImplementationReader.Tests, "bin");
        var built = Directory.Exists(bin)
            ? Directory.EnumerateFiles(bin, Name, SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc)
            : null;
        if (built is null)
            throw new CommandException("the tests of the implementations are not built, or not here", ExitCode.Failed, $"./lectern run {implementation.Name}", $"dotnet build -c Release {ImplementationReader.Tests}");
        string[] folders = [$"{ImplementationReader.Sources}/{implementation.TypeName}", $"{ImplementationReader.Tests}/{implementation.TypeName}"];
        var newer = folders.Select(folder => Path.Combine(workshop.Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .FirstOrDefault(source => File.GetLastWriteTimeUtc(source) > File.GetLastWriteTimeUtc(built));
        return newer is null ? built : throw new CommandException(
            $"{Path.GetRelativePath(context.WorkingFolder, newer)} is newer than the built tests", ExitCode.Failed, $"./lectern run {implementation.Name}", $"dotnet build -c Release {ImplementationReader.Tests}");
    }
}
