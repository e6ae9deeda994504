using System.CommandLine;
using Lectern.Cli.Output;
using Lectern.Cli.Sources;
using Lectern.Formatting;
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

    private static int Run(CommandContext context, string[] paths, bool check, bool write)
    {
        var terminal = context.Terminal;
        var sources = SourceFolder.Named(paths, context.WorkingFolder);
        var documents = new DocumentCache().Read(sources.Files, context.Cancel);
        var changed = 0;
        for (var i = 0; i < documents.Count; i++)
        {
            context.Cancel.ThrowIfCancellationRequested();
            var (text, kept) = NotationFormatter.Format(documents[i].Source);
            if (kept)
                terminal.Note($"{documents[i].Path}: left as it is, because {Reason(documents[i])}");
            if (!check && !write)
                terminal.Out.Write(text);
            if ((!check && !write) || text == documents[i].Source.Text)
                continue;
            changed++;
            terminal.Line(documents[i].Path);
            if (write)
                TextFile.Replace(sources.Files[i].FullPath, text, context.Cancel);
        }

        if (check || write)
            terminal.Note(changed == 0 ? "nothing to change" : $"{Words.Count(changed, "file")} {(check ? "would change" : "changed")}");
        if (check && changed > 0)
            terminal.Note($"  try: lectern fmt --write {string.Join(' ', paths)}");
        return check && changed > 0 ? ExitCode.Failed : ExitCode.Ok;
    }

    private static string Reason(Document document) => document.Source.InvalidOffsets.Any()
        ? "it holds bytes that are not UTF-8"
        : "its canonical form would say something else";
}
