using System.CommandLine;
using System.CommandLine.Parsing;
using Lectern.Catalog;
using Lectern.Cli.Commands;
using Lectern.Search.Engines;
using Lectern.Site.Output;

namespace Lectern.Cli;

/// <summary>The <c>lectern</c> command without a process around it.</summary>
public static class LecternApp
{
    public static string Version { get; } = typeof(LecternApp).Assembly.GetName().Version!.ToString(3);

    public static Task<int> Run(string[] args, TextWriter stdout, TextWriter stderr, CancellationToken cancellation = default) =>
        Run(args, stdout, stderr, Directory.GetCurrentDirectory(), cancellation);

    /// <param name="workingFolder">Relative paths are read from here.</param>
    public static Task<int> Run(string[] args, TextWriter stdout, TextWriter stderr, string workingFolder, CancellationToken cancellation = default) =>
        Run(args, new Terminal(stdout, stderr), workingFolder, cancellation);

    internal static async Task<int> Run(string[] args, Terminal terminal, string workingFolder, CancellationToken cancellation)
    {
        var context = new CommandContext(terminal, workingFolder, cancellation);
        var root = CommandTree.Build(context);
        if (Suggestions.TryAnswer(root, args, terminal))
            return ExitCode.Ok;
        if (args is ["--version"])
        {
            terminal.Line(Version);
            return ExitCode.Ok;
        }

        if (args.Length == 0)
        {
            root.Parse("--help").Invoke(new() { Output = terminal.Error });
            return ExitCode.Usage;
        }

        return await Invoke(root, args, terminal, cancellation);
    }

    /// <summary>Runs a command, or says what is wrong with its command line or went wrong on the way.</summary>
    internal static async Task<int> Invoke(Command root, string[] args, Terminal terminal, CancellationToken cancellation)
    {
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && !AsksForHelp(args))
            return Usage(terminal, parsed);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            var code = await parsed.InvokeAsync(invocation, cancellation);
            if (AsksForHelp(args) && parsed.CommandResult.Command is CommandWithExamples { Examples: var examples })
                terminal.Line("Examples:\n  " + string.Join("\n  ", examples) + "\n");
            return code;
        }
        catch (CommandException e)
        {
            return Fail(terminal, e.Message, e.Hints, e.ExitCode);
        }
        catch (SiteWriteException e)
        {
            return Fail(terminal, e.Message, [], ExitCode.Failed);
        }
        catch (OperationCanceledException)
        {
            terminal.Note("lectern: interrupted; nothing was left half-written");
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EngineException)
        {
            return Fail(terminal, e.Message, [], ExitCode.Failed);
        }
        finally
        {
            terminal.ClearProgress();
            await terminal.Out.FlushAsync(CancellationToken.None);
        }
    }

    private static bool AsksForHelp(string[] args) => args.TakeWhile(a => a != "--").Any(a => a is "--help" or "-h" or "-?");

    private static int Fail(Terminal terminal, string message, IReadOnlyList<string> hints, int exitCode)
    {
        foreach (var line in message.Split('\n'))
            terminal.Note($"{terminal.InAccent("lectern:")} {line}");
        foreach (var hint in hints)
            terminal.Note($"  try: {hint}");
        return exitCode;
    }

    private static int Usage(Terminal terminal, ParseResult parsed)
    {
        var (path, command) = (CommandPath(parsed.CommandResult), parsed.CommandResult.Command);
        var unknown = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        var names = command.Subcommands.Select(c => c.Name).Concat(command.Options.Select(o => o.Name)).ToList();
        List<string> messages = unknown is not null && command.Subcommands.Count > 0
            ? [$"'{unknown}' is no {(unknown.StartsWith('-') ? "option" : "command")} of {path}"]
            : [.. parsed.Errors.Select(e => e.Message).Distinct()];
        var meant = unknown is null ? [] : Closest.To(unknown, names, 1);
        return Fail(terminal, string.Join('\n', messages), [.. meant.Select(m => $"{path} {m}"), $"{path} --help"], ExitCode.Usage);
    }

    private static string CommandPath(CommandResult result)
    {
        var names = new List<string>();
        for (var at = result; at is not null; at = at.Parent as CommandResult)
            names.Insert(0, at.Command is RootCommand ? "lectern" : at.Command.Name);
        return string.Join(' ', names);
    }
}
