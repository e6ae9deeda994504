using System.CommandLine;
using Lectern.Catalog;
using Lectern.Catalog.Export;
using Lectern.Cli.Output;
using Lectern.Cli.Sources;
using Lectern.Text;

namespace Lectern.Cli.Commands;

/// <summary><c>export bibtex|ris|csl-json</c> prints citations of all works, of a tag, or of those with all words of a query.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandContext context) =>
        new("export", "Print citations for a reference manager")
        {
            Format(context, "bibtex", "BibTeX in UTF-8", BibTex.Write),
            Format(context, "ris", "RIS", Ris.Write),
            Format(context, "csl-json", "CSL-JSON", CslJson.Write),
        };

    private static Command Format(CommandContext context, string name, string description, Func<IEnumerable<Paper>, string> write)
    {
        var tag = new Option<string?>("--tag") { Description = "Only works with this tag", HelpName = "TAG" };
        tag.CompletionSources.Add(_ => KnowledgeReader.Suggest(context, k => k.Tags.Select(t => t.Name)));
        var query = new Option<string?>("--query") { Description = "Only works whose title, authors, tags, venue or year have all these words", HelpName = "WORDS" };
        var output = new Option<string?>("--out") { Description = "Write to a file instead of standard output", HelpName = "FILE" };
        var source = CommandOptions.Source();
        var command = new Command(name, description) { tag, query, output, source };
        command.SetAction(result =>
        {
            var papers = Select(KnowledgeReader.Read(context, result.GetValue(source)!).Knowledge, result.GetValue(tag), result.GetValue(query));
            var text = write(papers);
            if (result.GetValue(output) is { } file)
                TextFile.Replace(context.Full(file), text, context.Cancel);
            else
                context.Terminal.Out.Write(text);
            context.Terminal.Note(Words.Count(papers.Count, "citation"));
            return ExitCode.Ok;
        });
        return command;
    }

    private static List<Paper> Select(KnowledgeBase knowledge, string? tag, string? query)
    {
        IEnumerable<Paper> papers = knowledge.Papers;
        if (tag is not null)
        {
            var slug = Slugs.Tag(tag.Trim('#'));
            papers = knowledge.Tags.FirstOrDefault(t => t.Slug == slug)?.Papers
                ?? throw new CommandException($"no work has the tag '{tag}'", ExitCode.Failed,
                    [.. Closest.To(slug, knowledge.Tags.Select(t => t.Slug), 3).Select(t => $"lectern export bibtex --tag {t}"), "lectern list tags"]);
        }

        var words = Fold(query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. papers.Where(p => words.Length == 0 || Fold(Everything(p)) is var text && words.All(text.Contains))];
    }

    private static string Everything(Paper p) =>
        string.Join(' ', [p.Id, p.Title, p.ShortName ?? "", p.Subtitle ?? "", p.Venue ?? "", $"{p.Year}", p.Arxiv?.Id ?? "", .. p.Authors, .. p.Tags]);

    private static string Fold(string text) => string.Concat(text.Select(Folding.Fold).Where(c => c != '\0'));
}
