using System.CommandLine;

namespace Lectern.Cli.Commands;

/// <summary><c>completions SHELL</c> prints a script that asks this program what may come next.</summary>
internal static class CompletionsCommand
{
    private const string Bash = """
        # lectern completions bash >> ~/.bash_completion
        _lectern() {
            local candidates
            mapfile -t candidates < <("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
            mapfile -t COMPREPLY < <(compgen -W "${candidates[*]}" -- "${COMP_WORDS[COMP_CWORD]}")
        }
        complete -o default -F _lectern lectern ./lectern
        """;

    private const string Zsh = """
        #compdef lectern
        # lectern completions zsh > "${fpath[1]}/_lectern"
        _lectern() {
            local -a candidates
            candidates=("${(@f)$(${words[1]} "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -a candidates
            _files
        }
        if [ "$funcstack[1]" = "_lectern" ]; then _lectern "$@"; else compdef _lectern lectern; fi
        """;

    private const string Fish = """
        # lectern completions fish > ~/.config/fish/completions/lectern.fish
        function __lectern_suggest
            set -l line (commandline -cp)
            lectern "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c lectern -a '(__lectern_suggest)'
        """;

    private const string Pwsh = """
        # lectern completions pwsh >> $PROFILE
        Register-ArgumentCompleter -Native -CommandName lectern -ScriptBlock {
            param($word, $ast, $cursor)
            $line = $ast.ToString().PadRight($cursor)
            lectern "[suggest:$cursor]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static Command Create(CommandContext context) =>
        new("completions", "Print completions for a shell")
        {
            Shell(context, "bash", Bash), Shell(context, "zsh", Zsh), Shell(context, "fish", Fish), Shell(context, "pwsh", Pwsh),
        };

    private static Command Shell(CommandContext context, string name, string script)
    {
        var command = new Command(name, $"Completions for {name}");
        command.SetAction(_ =>
        {
            context.Terminal.Line(script.ReplaceLineEndings("\n"));
            return ExitCode.Ok;
        });
        return command;
    }
}
