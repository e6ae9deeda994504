using System.CommandLine;

namespace Lectern.Cli.Commands;

/// <summary>All commands, in the order in which help lists them.</summary>
internal static class CommandTree
{
    public static RootCommand Build(CommandContext context) =>
        new("Reading lists in plain text: a typed model, a browsable site and search.")
        {
            ParseCommand.Create(context),
            CheckCommand.Create(context),
            FormatCommand.Create(context),
            BuildCommand.Create(context),
            ServeCommand.Create(context),
            SearchCommand.Create(context),
            IndexCommand.Create(context),
            ListCommand.Create(context),
            RunCommand.Create(context),
            VerifyCommand.Create(context),
            ExplainCommand.Create(context),
            ExportCommand.Create(context),
            CompletionsCommand.Create(context),
            CodesCommand.Create(context),
            EvidenceCommand.Create(context),
        };
}
