using System.CommandLine;
using Lectern.Cli.Claims;
using Lectern.Code;

namespace Lectern.Cli.Commands;

/// <summary>What the commands that run claims have in common.</summary>
internal static class ClaimOptions
{
    public static Argument<string?> Name(CommandContext context, ArgumentArity arity)
    {
        var name = new Argument<string?>("NAME") { HelpName = "NAME", Description = "The implementation: the id of its paper, as 'list implementations' prints it", Arity = arity };
        name.CompletionSources.Add(_ => Workshop.Suggest(context));
        return name;
    }

    public static Option<string> Device()
    {
        var device = new Option<string>("--device") { Description = "Where to run", DefaultValueFactory = _ => Implementation.Devices[0] };
        device.AcceptOnlyFromAmong([.. Implementation.Devices]);
        return device;
    }

    public static Option<string?> Program() => new("--program")
    {
        Description = "The program that runs the claims (default: the newest build of tests/Implementations)",
        HelpName = "FILE",
    };
}
