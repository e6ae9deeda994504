using System.CommandLine;
using Lectern.Catalog;
using Lectern.Cli.Claims;
using Lectern.Cli.Output;

namespace Lectern.Cli.Commands;

/// <summary><c>list papers|authors|tags|timeline|implementations</c>.</summary>
internal static class ListCommand
{
    public static Command Create(CommandContext context) =>
        new("list", "List what the knowledge base holds")
        {
            Kind(context, "papers", "Works, by title", k => k.Papers, CatalogJson.Write, p => [p.Id, $"{p.Year}", $"{p.Mentions.Count}×", p.Title]),
            Kind(context, "authors", "Authors and their works", k => k.Authors, CatalogJson.Write, Row),
            Kind(context, "tags", "Tags and their works", k => k.Tags, CatalogJson.Write, Row),
            Kind(context, "timeline", "What was read when, newest first", k => k.Timeline, CatalogJson.Write,
                r => [r.Time.ToString("yyyy-MM-dd HH:mm") + (r.Ambiguous ? " ?" : ""), $"{r.Mention.Document.Path}:{r.Mention.Entry.At.Line}", r.Paper.Id, r.Paper.Title]),
            Implementations(context),
        };

    private static Command Implementations(CommandContext context)
    {
        var json = CommandOptions.Json();
        var command = new Command("implementations", "Papers as code, with the state of their claims on each device") { json };
        command.SetAction(result =>
        {
            var all = new Workshop(context).All;
            if (result.GetValue(json))
                context.Terminal.Line(ImplementationJson.Text(all));
            else
                ClaimTable.Print(context.Terminal, all);
            return ExitCode.Ok;
        });
        return command;
    }

    private static string[] Row(IndexTerm term) => [term.Name, $"{term.Papers.Count}", string.Join(' ', term.Papers.Select(p => p.Id))];

    private static Command Kind<T>(
        CommandContext context, string name, string description,
        Func<KnowledgeBase, IReadOnlyList<T>> items, Action<System.Text.Json.Utf8JsonWriter, T> write, Func<T, string[]> row)
    {
        var (json, source) = (CommandOptions.Json(), CommandOptions.Source());
        var command = new Command(name, description) { json, source };
        command.SetAction(result =>
        {
            var list = items(KnowledgeReader.Read(context, result.GetValue(source)!).Knowledge);
            if (result.GetValue(json))
                context.Terminal.Line(Json.Text(writer =>
                {
                    writer.WriteStartArray();
                    foreach (var item in list)
                    {
                        writer.WriteStartObject();
                        write(writer, item);
                        writer.WriteEndObject();
                    }

                    writer.WriteEndArray();
                }));
            else
                Columns.Print(context.Terminal, [.. list.Select(row)], 1);
            return ExitCode.Ok;
        });
        return command;
    }
}
