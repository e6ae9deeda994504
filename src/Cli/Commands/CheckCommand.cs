using System.CommandLine;
using Lectern.Catalog;
using Lectern.Cli.Output;
using Lectern.Cli.Sources;
using Lectern.Model;

namespace Lectern.Cli.Commands;

/// <summary><c>check PATH…</c> prints every finding in files and between them.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var paths = CommandOptions.Paths("PATH", "Files and folders in the notation");
        var (strict, json) = (CommandOptions.Strict(), CommandOptions.Json());
        var command = new Command("check", "Print what is malformed, contradictory or unfinished") { paths, strict, json };
        command.SetAction(result => Run(context, result.GetValue(paths)!, result.GetValue(strict), result.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, string[] paths, bool strict, bool json)
    {
        var sources = SourceFolder.Named(paths, context.WorkingFolder);
        var documents = new DocumentCache().Read(sources.Files, context.Cancel);
        var findings = Findings.Of(KnowledgeBase.From(documents));
        if (json)
            context.Terminal.Line(Json.Text(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("files", documents.Count);
                Findings.Write(writer, findings);
                writer.WriteEndObject();
            }));
        else
            Print(context.Terminal, findings, documents);
        return Findings.Fail(findings, strict) ? ExitCode.Failed : ExitCode.Ok;
    }

    private static void Print(Terminal terminal, IReadOnlyList<Diagnostic> findings, IReadOnlyList<Document> documents)
    {
        var printer = new FindingPrinter(terminal.Out, terminal, path => path, documents);
        foreach (var finding in findings)
            printer.Print(finding);
        terminal.Out.Flush();
        terminal.Note($"{Findings.Summary(findings)} in {Words.Count(documents.Count, "file")}");
    }
}
