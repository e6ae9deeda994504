using System.CommandLine;
using System.Diagnostics;
using Lectern.Cli.Output;
using Lectern.Cli.Searching;
using Lectern.Cli.Sites;
using Lectern.Model;
using Lectern.Search.Results;
using Lectern.Site;
using Lectern.Site.Output;
using Lectern.Site.Rendering;

namespace Lectern.Cli.Commands;

/// <summary><c>build</c> makes the site and puts it in the place of the last one, or leaves that as it is.</summary>
internal static class BuildCommand
{
    private const string DefaultOutput = "_site";
    private const int MostFindings = 20;

    public static Command Create(CommandContext context)
    {
        var (source, strict, json, address) = (CommandOptions.Source(), CommandOptions.Strict(), CommandOptions.Json(), CommandOptions.Base());
        var output = new Option<string>("--out") { Description = "Folder of the site", HelpName = "DIR", DefaultValueFactory = _ => DefaultOutput };
        var bare = new Option<bool>("--no-search") { Description = "Leave search out of the site" };
        var command = new Command("build", "Make the site") { source, output, address, bare, strict, json };
        command.SetAction(result => Run(
            context, result.GetValue(source)!, result.GetValue(output)!, result.GetValue(address), !result.GetValue(bare), result.GetValue(strict), result.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, string[] source, string output, string? address, bool search, bool strict, bool json)
    {
        RequireAddress(address);
        var clock = Stopwatch.StartNew();
        var folder = context.Full(output);
        SiteWriter.RequireOurs(folder);
        using var maker = new SiteMaker(source, context.WorkingFolder, output, address);
        var build = maker.Build(context.Terminal.Progress, context.Cancel);
        var failed = !build.Generation.Succeeded || (strict && build.Findings.Any(f => f.Severity >= Severity.Warning));
        if (!failed)
        {
            var site = search ? build.Generation.With(SearchFiles(context, build)) : build.Generation;
            context.Terminal.Progress($"writing {Words.Count(site.Files.Count, "file")}");
            SiteWriter.Write(site, folder, context.Cancel);
        }

        context.Terminal.ClearProgress();
        Report(context, build, failed, strict);
        if (json)
            context.Terminal.Line(Result(context, build, clock.ElapsedMilliseconds));
        else if (!failed)
            context.Terminal.Line($"{Summary(build)} in {output} ({clock.Elapsed.TotalSeconds:0.0} s)");
        return failed ? ExitCode.Failed : ExitCode.Ok;
    }

    /// <summary>The files of the index, and the pages of papers with what the index knows.</summary>
    private static List<SiteFile> SearchFiles(CommandContext context, SiteBuild build)
    {
        context.Terminal.Progress("indexing");
        var opened = new KnowledgeIndex(build.Sources, null).Open(() => build.Indexed, context.Cancel);
        using (opened.Index)
        {
            if (opened.Note is { } note)
                context.Terminal.Note(note);
            var like = RelatedPages.Of(opened.Index);
            var papers = like.Keys.Select(build.Generation.Find).OfType<SiteFile>().Select(page => LikeThis.In(page, LiveSearch.Works(like, page.Path)));
            return [.. LiveSearch.Files(opened.Index), .. papers];
        }
    }

    internal static void RequireAddress(string? address)
    {
        if (address is not null && new SiteSettings().WithBase(address).Base is null)
            throw new CommandException($"--base: '{address}' is not an http or https address", ExitCode.Usage, "lectern build --base https://example.org/reading/");
    }

    internal static string Summary(SiteBuild build) =>
        $"{Words.Count(build.Generation.PageCount, "page")}: {Words.Count(build.Knowledge.Papers.Count, "paper")} from {Words.Count(build.Knowledge.Documents.Count, "document")}, {Words.Count(build.Knowledge.Notes.Count, "note")}";

    /// <summary>Errors and warnings on standard error; remarks only as a number.</summary>
    internal static void Report(CommandContext context, SiteBuild build, bool failed, bool strict)
    {
        var terminal = context.Terminal;
        var shown = build.Findings.Where(f => f.Severity > Severity.Info).OrderByDescending(f => f.Severity).ToList();
        using var text = new StringWriter();
        var printer = new FindingPrinter(text, terminal, path => build.Sources.Shown(path, context.WorkingFolder), build.Knowledge.Documents);
        foreach (var finding in shown.Take(MostFindings))
            printer.Print(finding);
        if (text.GetStringBuilder().Length > 0)
            terminal.Note(text.ToString().TrimEnd());
        if (shown.Count > MostFindings)
            terminal.Note($"… and {shown.Count - MostFindings} more");
        terminal.Note(Findings.Summary(build.Findings));
        if (failed)
            NextSteps(context, build, shown[0], strict);
    }

    private static void NextSteps(CommandContext context, SiteBuild build, Diagnostic worst, bool strict)
    {
        var place = $"{build.Sources.Shown(worst.Path, context.WorkingFolder)}:{worst.At.Line}:{worst.At.Column}";
        var roots = string.Join(' ', build.Sources.Roots.Select(r => Path.GetRelativePath(context.WorkingFolder, r)));
        context.Terminal.Note("the site was not built; the last one is as it was. Next:");
        context.Terminal.Note($"  1. mend {place}{(worst.Suggestion is { } suggestion ? $", for instance: {suggestion}" : $" ({worst.Code.Name})")}");
        context.Terminal.Note($"  2. lectern check {roots}   prints every finding with its line");
        context.Terminal.Note(build.Generation.Succeeded && strict
            ? "  3. lectern build            without --strict builds in spite of warnings"
            : $"  3. lectern codes | grep {worst.Code.Id}   says what {worst.Code.Id} means");
    }

    private static string Result(CommandContext context, SiteBuild build, long milliseconds) => Json.Text(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("papers", build.Knowledge.Papers.Count);
        json.WriteNumber("documents", build.Knowledge.Documents.Count);
        json.WriteNumber("notes", build.Knowledge.Notes.Count);
        json.WriteNumber("papersWithNotes", build.Knowledge.Papers.Count(p => p.Note is not null));
        json.WriteNumber("concepts", build.Knowledge.Notes.Count(n => n.PaperId is null));
        json.WriteNumber("tags", build.Knowledge.Tags.Count);
        json.WriteNumber("authors", build.Knowledge.Authors.Count);
        json.WriteNumber("pages", build.Generation.PageCount);
        Findings.Write(json, build.Findings, path => build.Sources.Shown(path, context.WorkingFolder));
        json.WriteNumber("milliseconds", milliseconds);
        json.WriteEndObject();
    });
}
