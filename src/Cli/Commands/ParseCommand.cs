using System.CommandLine;
using Lectern.Cli.Output;
using Lectern.Cli.Sources;
using Lectern.Model;

namespace Lectern.Cli.Commands;

/// <summary><c>parse FILE… [--json]</c> prints the model; one file gives one object, several give an array.</summary>
internal static class ParseCommand
{
    public static Command Create(CommandContext context)
    {
        var files = CommandOptions.Paths("FILE", "Files in the notation");
        var json = CommandOptions.Json();
        var command = new Command("parse", "Print what a file says: headings, entries, links, formulas, findings") { files, json };
        command.SetAction(result => Run(context, result.GetValue(files)!, result.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, string[] paths, bool json)
    {
        var sources = SourceFolder.Named(paths, context.WorkingFolder);
        var documents = new DocumentCache().Read(sources.Files, context.Cancel);
        if (json)
            PrintJson(context.Terminal, documents, single: paths is [var path] && File.Exists(context.Full(path)));
        else
            PrintText(context.Terminal, documents);
        return ExitCode.Ok;
    }

    private static void PrintJson(Terminal terminal, IReadOnlyList<Document> documents, bool single) =>
        terminal.Line(Json.Text(json =>
        {
            if (!single)
                json.WriteStartArray();
            foreach (var document in documents)
                DocumentJson.Write(json, document);
            if (!single)
                json.WriteEndArray();
        }));

    private static void PrintText(Terminal terminal, IReadOnlyList<Document> documents)
    {
        foreach (var document in documents)
        {
            terminal.Line($"{terminal.InStrong(document.Path)}  {document.Title}");
            terminal.Line(
                $"  {document.Dialect}: {Words.Count(document.Sections.Count, "section")}, {document.Entries.Count} entries, {Words.Count(document.Links.Count, "link")}, " +
                $"{Words.Count(document.Math.Count, "formula")}, {Words.Count(document.Definitions.Count, "definition")}, {Words.Count(document.Diagnostics.Count, "finding")}");
            Columns.Print(terminal, [.. document.Entries.Select(e => Row(document, e))]);
        }
    }

    private static string[] Row(Document document, Entry entry) =>
    [
        $"{document.Path}:{entry.At.Line}",
        entry.Kind.ToString().ToLowerInvariant(),
        entry.Zettel?.Time is { } time ? time.ToString("yyyy-MM-dd HH:mm") : $"{entry.Year}",
        entry.ShortName is { } name ? $"({name}) {entry.DisplayTitle}" : entry.DisplayTitle,
    ];
}
