using System.CommandLine;
using Lectern.Cli.Claims;
using Lectern.Cli.Output;
using Lectern.Code;
using Lectern.Evidence;

namespace Lectern.Cli.Commands;

/// <summary><c>verify [NAME]</c> runs the quick form of each claim again, keeps nothing, and compares with the record.</summary>
internal static class VerifyCommand
{
    private const string AsRecorded = "as recorded";

    public static Command Create(CommandContext context)
    {
        var name = ClaimOptions.Name(context, ArgumentArity.ZeroOrOne);
        var (device, program) = (ClaimOptions.Device(), ClaimOptions.Program());
        var command = new CommandWithExamples(
            "verify", "Run the quick form of each claim again and compare with what is recorded",
            "lectern verify                       all implementations, on the CPU",
            "lectern verify alibi --device cuda   one, on a GPU")
            { name, device, program };
        command.SetAction((result, cancel) => Run(context, result.GetValue(name), result.GetValue(device)!, result.GetValue(program), cancel));
        return command;
    }

    private static async Task<int> Run(CommandContext context, string? name, string device, string? program, CancellationToken cancel)
    {
        var workshop = new Workshop(context);
        var (claims, differ) = (0, 0);
        foreach (var implementation in name is null ? workshop.All : [workshop.Find(name, "verify")])
        {
            var now = await new ClaimProgram(context, workshop, program).Measure(new(implementation, [], device, null, Full: false), cancel);
            var rows = implementation.Claims.Select(claim => Row(implementation, claim.Id, device, now)).ToList();
            Columns.Print(context.Terminal, rows);
            claims += rows.Count;
            differ += rows.Count(row => row[^1] != AsRecorded);
        }

        context.Terminal.Note($"{Words.Count(claims, "claim")} run again, {differ} not as recorded");
        return claims > 0 && differ == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static string[] Row(Implementation implementation, string id, string device, EvidenceRecord now)
    {
        var before = implementation.Claims.Single(claim => claim.Id == id).Measured.FirstOrDefault(m => m.Device == device);
        var after = now.Claims.FirstOrDefault(claim => claim.Id == id);
        return [implementation.Name, id, before is null ? "" : Shown(before.Record), after is null ? "" : Shown(after), Verdict(before?.Record, before?.Run.Form, after)];
    }

    private static string Shown(ClaimRecord claim) => $"{ClaimTable.Mark(claim.Status)} {NumberText.Of(claim)} ({claim.Bound})";

    /// <summary>The long form may have bounds of its own; only records of the quick form have to agree in the bound.</summary>
    private static string Verdict(ClaimRecord? before, string? form, ClaimRecord? after) =>
        before is null ? "not recorded"
        : after is null ? "not measured now"
        : before.Status != after.Status ? "another outcome"
        : form == "quick" && before.Bound != after.Bound ? "another bound"
        : AsRecorded;
}
