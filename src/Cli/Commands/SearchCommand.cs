using System.CommandLine;
using Lectern.Cli.Output;
using Lectern.Cli.Searching;
using Lectern.Search.Results;

namespace Lectern.Cli.Commands;

/// <summary><c>search QUERY</c> prints the pages that match, best first, from an index that it brings up to date first.</summary>
internal static class SearchCommand
{
    private const string Examples =
        """
        Words that must all match, and more:
        'layer normalization'  both words, in any form
        '"layer normalization"'  the phrase; "…"~3 lets words be moved
        'title:attention -tag:gan'  in a field: short title tag author heading note code math id
        'vaswani year:2017..2021'  a range; also has:code has:note has:math verified:yes
        'extrap* OR normalizaton~'  beginnings, * and ? inside words, similar words
        '"O(n^2)" (lora OR qlora)^2'  formulas in quotation marks, groups, weights
        -- -tag:gan  two hyphens before a query that begins with one
        """;

    public static Command Create(CommandContext context)
    {
        var query = new Argument<string[]>("QUERY") { Description = Examples, Arity = ArgumentArity.OneOrMore };
        var limit = new Option<int>("--limit") { Description = "Pages to list at most", HelpName = "N", DefaultValueFactory = _ => SearchRequest.DefaultLimit };
        limit.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && (!int.TryParse(text, out var number) || number is < 1 or > SearchRequest.MostHits))
                result.AddError($"--limit: '{text}' is no number from 1 to {SearchRequest.MostHits}");
        });
        var explain = new Option<bool>("--explain") { Description = "Print how each score came about" };
        var facets = new Option<bool>("--facets") { Description = "Count tags, years, authors, code and verification" };
        var (json, source, folder) = (CommandOptions.Json(), CommandOptions.Source(), CommandOptions.Index());
        var command = new Command("search", "Find pages, best first") { query, limit, json, explain, facets, source, folder };
        command.SetAction(result => Run(
            context, new(string.Join(' ', result.GetValue(query)!), result.GetValue(limit), result.GetValue(facets), result.GetValue(explain)),
            result.GetValue(json), result.GetValue(source)!, result.GetValue(folder)));
        return command;
    }

    private static int Run(CommandContext context, SearchRequest request, bool json, string[] source, string? folder)
    {
        var sources = KnowledgeReader.Find(context, source);
        var opened = new KnowledgeIndex(sources, folder is null ? null : context.Full(folder)).Open(() => Indexed.Read(context, sources), context.Cancel);
        using (opened.Index)
        {
            if (opened.Note is { } note)
                context.Terminal.Note(note);
            var result = new Searcher(opened.Index).Search(request);
            if (json)
                context.Terminal.Line(SearchJson.Text(result, request.Facets, request.Explain));
            else
                new ResultPrinter(context.Terminal).Print(result, request.Facets);
            return result.Problems.Any(p => p.IsError) ? ExitCode.Usage : ExitCode.Ok;
        }
    }
}
