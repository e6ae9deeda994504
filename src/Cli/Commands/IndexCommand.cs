using System.CommandLine;
using System.Diagnostics;
using Lectern.Cli.Output;
using Lectern.Cli.Searching;

namespace Lectern.Cli.Commands;

/// <summary><c>index</c> makes the search index or brings it up to date. <c>search</c> and <c>build</c> do so by themselves.</summary>
internal static class IndexCommand
{
    public static Command Create(CommandContext context)
    {
        var fresh = new Option<bool>("--fresh") { Description = "Make it anew, whatever is there" };
        var (json, source, folder) = (CommandOptions.Json(), CommandOptions.Source(), CommandOptions.Index());
        var command = new Command("index", "Make the search index or bring it up to date") { fresh, json, source, folder };
        command.SetAction(result => Run(context, result.GetValue(fresh), result.GetValue(json), result.GetValue(source)!, result.GetValue(folder)));
        return command;
    }

    private static int Run(CommandContext context, bool fresh, bool json, string[] source, string? folder)
    {
        var clock = Stopwatch.StartNew();
        var sources = KnowledgeReader.Find(context, source);
        var index = new KnowledgeIndex(sources, folder is null ? null : context.Full(folder));
        var update = index.Update(Indexed.Read(context, sources), fresh, context.Cancel);
        if (update.Problem is { } problem)
            context.Terminal.Note($"the index was made anew: {problem}");
        if (json)
            context.Terminal.Line(Json.Text(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("folder", index.Folder);
                writer.WriteNumber("pages", update.Pages);
                writer.WriteNumber("sections", update.Sections);
                writer.WriteNumber("added", update.Added);
                writer.WriteNumber("changed", update.Changed);
                writer.WriteNumber("removed", update.Removed);
                writer.WriteBoolean("fresh", update.Fresh);
                writer.WriteNumber("milliseconds", clock.ElapsedMilliseconds);
                writer.WriteEndObject();
            }));
        else
            context.Terminal.Line($"{Words.Count(update.Pages, "page")} with {Words.Count(update.Sections, "section")} in {index.Folder}: {update.Added} added, {update.Changed} changed, {update.Removed} removed ({clock.Elapsed.TotalSeconds:0.0} s)");
        return ExitCode.Ok;
    }
}
