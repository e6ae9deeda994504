using System.CommandLine;

namespace Lectern.Cli.Commands;

/// <summary>Answers the scripts of <c>completions</c>: <c>lectern [suggest:POSITION] "LINE"</c> prints what may stand at that position, one a line.</summary>
internal static class Suggestions
{
    private const string Directive = "[suggest";

    public static bool TryAnswer(RootCommand root, string[] args, Terminal terminal)
    {
        if (args is not [var directive, ..] || !directive.StartsWith(Directive, StringComparison.Ordinal))
            return false;
        var line = args.Length > 1 ? args[1] : "";
        var position = int.TryParse(directive[Directive.Length..].Trim(':', ']'), out var at) ? Math.Clamp(at, 0, line.Length) : line.Length;
        var program = line.IndexOf(' ');
        if (program < 0)
            return true;
        var typed = line[(program + 1)..Math.Max(program + 1, position)];
        foreach (var item in root.Parse(typed).GetCompletions(typed.Length).Select(c => c.InsertText ?? c.Label).Where(c => c[0] != '/' && c is not ("-?" or "-h")).Distinct())
            terminal.Line(item);
        return true;
    }
}
