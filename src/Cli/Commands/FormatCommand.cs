using System.CommandLine;
using Lectern.Cli.Output;
using Lectern.Cli.Sources;
using Lectern.Model;

namespace Lectern.Cli.Commands;

/// <summary><c>fmt PATH…</c> prints the canonical form; <c>--write</c> replaces files by it, <c>--check</c> names the files it would change.</summary>
internal static class FormatCommand
{
    public static Command Create(CommandContext context)
    {
        var paths = CommandOptions.Paths("PATH", "Files and folders in the notation");
        var check = new Option<bool>("--check") { Description = "Change nothing; name the files that would change and fail if there are any" };
        var write = new Option<bool>("--write") { Description = "Replace the files" };
        var command = new Command("fmt", "Write the canonical form of the notation without changing its meaning") { paths, check, write };
        command.Validators.Add(result =>
        {
            if (result.GetValue(check) && result.GetValue(write))
                result.AddError("--check and --write exclude each other");
        });
        command.SetAction(result => Run(context, result.GetValue(paths)!, result.GetValue(check), result.GetValue(write)));
        return command;
    }

    private static string Format(Document document) => throw new CommandException($"{document.Path}: fmt is not part of this build yet", ExitCode.Failed);

    private static int Run(CommandContext context, string[] paths, bool check, bool write)
    {
        var terminal = context.Terminal;
        var sources = SourceFolder.Named(paths, context.WorkingFolder);
        var documents = new DocumentCache().Read(sources.Files, context.Cancel);
        var (changed, refused) = (0, 0);
        for (var i = 0; i < documents.Count; i++)
        {
            context.Cancel.ThrowIfCancellationRequested();
            var text = Format(documents[i]);
            if (!check && !write)
                terminal.Out.Write(text);
            if (text == documents[i].Source.Text)
                continue;
            changed++;
            if (write && documents[i].Source.InvalidOffsets.Any())
            {
                refused++;
                terminal.Note($"{documents[i].Path}: left as it is, because it holds bytes that are not UTF-8");
                continue;
            }

            if (check || write)
                terminal.Line(documents[i].Path);
            if (write)
                TextFile.Replace(sources.Files[i].FullPath, text, context.Cancel);
        }

        if (check || write)
            terminal.Note(changed == 0 ? "nothing to change" : $"{Words.Count(changed - refused, "file")} {(check ? "would change" : "changed")}");
        if (check && changed > 0)
            terminal.Note($"  try: lectern fmt --write {string.Join(' ', paths)}");
        return (check && changed > 0) || refused > 0 ? ExitCode.Failed : ExitCode.Ok;
    }
}
