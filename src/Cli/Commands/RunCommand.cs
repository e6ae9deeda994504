using System.CommandLine;
using Lectern.Cli.Claims;
using Lectern.Cli.Output;
using Lectern.Code;
using Lectern.Evidence;

namespace Lectern.Cli.Commands;

/// <summary><c>run NAME</c> measures the claims of an implementation and keeps what was measured.</summary>
internal static class RunCommand
{
    public static Command Create(CommandContext context)
    {
        var name = ClaimOptions.Name(context, ArgumentArity.ExactlyOne);
        var claim = new Option<string[]>("--claim") { Description = "Only this claim; may be given more than once (default: all)", HelpName = "ID", DefaultValueFactory = _ => [] };
        var (device, program, json) = (ClaimOptions.Device(), ClaimOptions.Program(), CommandOptions.Json());
        var seed = new Option<long?>("--seed") { Description = "Seed of the first of several runs (default: 1)", HelpName = "N" };
        var full = new Option<bool>("--full") { Description = "The long form, with larger sizes and more seeds" };
        var command = new CommandWithExamples(
            "run", "Measure the claims of an implementation and keep the numbers in evidence/",
            "lectern run alibi                       every claim in its quick form, on the CPU",
            "lectern run alibi --claim C2            this one; the record of the others stays",
            "lectern run lora --device cuda --full   the long form on a GPU, kept beside the CPU's record")
            { name, claim, device, seed, full, program, json };
        command.SetAction((result, cancel) => Run(
            context, result.GetValue(name)!, result.GetValue(claim)!, result.GetValue(device)!, result.GetValue(seed), result.GetValue(full),
            result.GetValue(program), result.GetValue(json), cancel));
        return command;
    }

    private static async Task<int> Run(
        CommandContext context, string name, string[] claims, string device, long? seed, bool full, string? program, bool json, CancellationToken cancel)
    {
        var workshop = new Workshop(context);
        var implementation = workshop.Find(name, "run");
        var declared = Declared(implementation, claims);
        var run = await new ClaimProgram(context, workshop, program).Measure(new(implementation, claims, device, seed, full), cancel);
        var path = workshop.RecordPath(implementation, device);
        var last = implementation.Records.FirstOrDefault(record => record.Device == device);
        (run with { Implementation = implementation.Name }).Onto(last, declared).Write(path);
        if (json)
            context.Terminal.Line(ImplementationJson.Text(run.Claims, device));
        else
            ClaimTable.Print(context.Terminal, run.Claims);
        context.Terminal.Note($"{Words.Count(run.Claims.Count(c => c.Status == ClaimStatus.Passed), "claim")} of {run.Claims.Count} passed; kept in {Path.GetRelativePath(context.WorkingFolder, path)}");
        return run.Claims.All(c => c.Status == ClaimStatus.Passed) ? ExitCode.Ok : ExitCode.Failed;
    }

    private static List<string> Declared(Implementation implementation, string[] wanted)
    {
        List<string> declared = [.. implementation.Claims.Select(claim => claim.Id)];
        if (declared.Count == 0)
            throw new CommandException($"{implementation.TestClass} declares no claims", ExitCode.Failed, "lectern list implementations");
        return wanted.FirstOrDefault(id => !declared.Contains(id)) is not { } unknown ? declared
            : throw new CommandException($"{implementation.Name} has no claim '{unknown}'; it has {string.Join(", ", declared)}", ExitCode.Usage, $"lectern run {implementation.Name} --claim {declared[0]}");
    }
}
