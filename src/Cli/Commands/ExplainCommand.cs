using System.CommandLine;
using Lectern.Catalog;
using Lectern.Cli.Output;
using Lectern.Cli.Sources;
using Lectern.Identifiers;

namespace Lectern.Cli.Commands;

/// <summary><c>explain PAPER</c> says what is known of a work, from which lines, and why these lines are one work.</summary>
internal static class ExplainCommand
{
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string>("PAPER") { HelpName = "PAPER", Description = "Its id, short name, title, arXiv identifier or DOI" };
        name.CompletionSources.Add(_ => KnowledgeReader.Suggest(context, k => k.Papers.Select(p => p.Id)));
        var (json, source) = (CommandOptions.Json(), CommandOptions.Source());
        var command = new Command("explain", "Say what is known of a work, from where, and why its mentions are one work") { name, json, source };
        command.SetAction(result => Run(context, result.GetValue(name)!, result.GetValue(json), result.GetValue(source)!));
        return command;
    }

    private static int Run(CommandContext context, string name, bool json, string[] source)
    {
        var (knowledge, sources) = KnowledgeReader.Read(context, source);
        var paper = Find(knowledge, name) ?? throw Unknown(knowledge, name);
        if (json)
            context.Terminal.Line(Json.Text(writer =>
            {
                writer.WriteStartObject();
                CatalogJson.Write(writer, paper);
                writer.WriteEndObject();
            }));
        else
            Print(context, paper, sources);
        return ExitCode.Ok;
    }

    private static Paper? Find(KnowledgeBase knowledge, string name)
    {
        var (key, slug) = (TitleKey.Of(name), Slugs.Of(name));
        var (arxiv, doi) = (ArxivId.Find(name), Doi.Find(name));
        return knowledge.Papers.FirstOrDefault(p => p.Id == name)
            ?? knowledge.Papers.FirstOrDefault(p => p.Id == slug)
            ?? knowledge.Papers.FirstOrDefault(p => (arxiv is not null && p.Arxiv?.Id == arxiv.Id) || (doi is not null && p.Doi == doi))
            ?? (key.Length == 0 ? null : knowledge.Papers.FirstOrDefault(p => TitleKey.Of(p.ShortName) == key || TitleKey.Of(p.Title) == key))
            ?? (key.Length == 0 ? null : knowledge.Papers.FirstOrDefault(p => p.Mentions.Any(m => TitleKey.Of(m.Entry.Title) == key || TitleKey.Of(m.Entry.DisplayTitle) == key)));
    }

    private static CommandException Unknown(KnowledgeBase knowledge, string name)
    {
        var ids = knowledge.Papers.Select(p => p.Id);
        var near = Closest.To(Slugs.Of(name), ids, 3);
        if (near.Count == 0)
            near = Closest.To(name, knowledge.Papers.Select(p => p.ShortName).OfType<string>(), 3);
        return new($"no paper is called '{name}'", ExitCode.Failed,
            near.Count > 0 ? [.. near.Select(n => $"lectern explain {n}")] : ["lectern list papers"]);
    }

    private static void Print(CommandContext context, Paper paper, SourceSet sources)
    {
        var terminal = context.Terminal;
        terminal.Line(terminal.InStrong(paper.Title));
        Fact("subtitle", paper.Subtitle);
        Fact("id", paper.Id);
        Fact("short name", paper.ShortName);
        Fact("authors", paper.Authors.Count == 0 ? null : string.Join(", ", paper.Authors) + (paper.MoreAuthors ? ", et al." : ""));
        Fact("year", paper.Year?.ToString());
        Fact("venue", paper.Venue);
        Fact("arXiv", paper.Arxiv?.ToString());
        Fact("DOI", paper.Doi?.ToString());
        Fact("address", paper.Url);
        Fact("code", paper.CodeUrl);
        Fact("tags", paper.Tags.Count == 0 ? null : string.Join(", ", paper.Tags));
        Fact("note", paper.Note is { } note ? sources.Shown(note.Document.Path, context.WorkingFolder) : null);
        terminal.Line();
        terminal.Line($"{Words.Count(paper.Mentions.Count, "mention")}:");
        foreach (var mention in paper.Mentions)
        {
            var place = $"{sources.Shown(mention.Document.Path, context.WorkingFolder)}:{mention.Entry.At.Line}:{mention.Entry.At.Column}:";
            var read = mention.Entry.Zettel?.Time is { } time ? $", written {time:yyyy-MM-dd HH:mm}" : "";
            terminal.Line($"{terminal.InAccent(place)} {mention.Entry.Kind.ToString().ToLowerInvariant()}{read}: {mention.Entry.Title}");
            terminal.Line($"    {mention.Reason}");
        }

        void Fact(string name, string? value)
        {
            if (value is not null)
                terminal.Line($"  {terminal.InQuiet(name.PadRight(11))}{value}");
        }
    }
}
