using System.CommandLine;
using Lectern.Model;
using Lectern.Search;
using Lectern.Site;

namespace Lectern.Cli.Commands;

/// <summary><c>codes</c> prints the reference page of all findings as Markdown.</summary>
internal static class CodesCommand
{
    private static readonly (string Prefix, string Heading)[] Groups =
        [("LEC1", "In one file"), ("LEC2", "Between files"), ("LEC3", "In the site"), ("LEC4", "In searching")];

    public static Command Create(CommandContext context)
    {
        var command = new Command("codes", "Print the reference of all findings as Markdown");
        command.SetAction(_ => Print(context.Terminal));
        return command;
    }

    public static IReadOnlyList<DiagnosticCode> All => [.. DiagnosticCodes.All.Concat(SiteCodes.All).Concat(SearchCodes.All).OrderBy(c => c.Id, StringComparer.Ordinal)];

    private static int Print(Terminal terminal)
    {
        terminal.Line("# Findings");
        terminal.Line();
        terminal.Line("Every finding is printed as `file:line:column: severity CODE name: message`. Errors make a command fail, warnings only with `--strict`, remarks never.");
        foreach (var (prefix, heading) in Groups)
        {
            terminal.Line();
            terminal.Line($"## {heading}");
            terminal.Line();
            terminal.Line("| code | name | severity | meaning |");
            terminal.Line("|---|---|---|---|");
            foreach (var code in All.Where(c => c.Id.StartsWith(prefix, StringComparison.Ordinal)))
                terminal.Line($"| `{code.Id}` | {code.Name} | {code.Severity.ToString().ToLowerInvariant()} | {code.Description.Replace("|", "\\|")} |");
        }

        return ExitCode.Ok;
    }
}
