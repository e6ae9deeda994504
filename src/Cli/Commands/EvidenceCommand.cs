using System.CommandLine;
using Lectern.Evidence;

namespace Lectern.Cli.Commands;

/// <summary><c>evidence FILE</c> says what a run of the bundled tests on another machine has shown.</summary>
internal static class EvidenceCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { HelpName = "FILE", Description = "What run.sh of a bundle has written" };
        var command = new Command("evidence", "Say what a run of the tests on another machine has shown") { file };
        command.SetAction(result => Run(context, result.GetValue(file)!));
        return command;
    }

    private static int Run(CommandContext context, string file)
    {
        var path = Path.Combine(context.WorkingFolder, file);
        if (!File.Exists(path)) throw new CommandException($"{file}: no such file or folder", ExitCode.Failed, []);
        try
        {
            Print(context.Terminal, RunFile.Read(path));
            return ExitCode.Ok;
        }
        catch (FormatException problem)
        {
            throw new CommandException($"{file}: {problem.Message}", ExitCode.Failed, []);
        }
    }

    private static void Print(Terminal terminal, RunRecord run)
    {
        Fact("device", $"{run.Device.Type}, {run.Device.Name}");
        Fact("driver", run.Device.Driver ?? "none");
        Fact("libtorch", run.Libtorch);
        Fact("date", $"{run.Date:yyyy-MM-dd HH:mm} UTC");
        Fact("commit", run.Commit ?? "unknown; the sources had been changed");
        foreach (var test in run.Tests.Where(test => test.Outcome != TestOutcome.Passed))
        {
            terminal.Line($"{test.Outcome.ToString().ToLowerInvariant()}: {test.Name}");
            terminal.Line($"    {test.Message?.Split('\n')[0]}");
        }

        terminal.Line(run.Summary);

        void Fact(string name, string value) => terminal.Line($"  {terminal.InQuiet(name.PadRight(11))}{value}");
    }
}
