using System.CommandLine;
using System.Diagnostics;
using Lectern.Cli.Output;
using Lectern.Cli.Sites;
using Lectern.Model;
using Lectern.Site.Output;

namespace Lectern.Cli.Commands;

/// <summary><c>build</c> makes the site and puts it in the place of the last one, or leaves that as it is.</summary>
internal static class BuildCommand
{
    private const int MostFindings = 20;

    public static Command Create(CommandContext context)
    {
        var (options, json) = (new SiteOptions(), CommandOptions.Json());
        var command = new Command("build", "Make the site");
        options.AddTo(command);
        command.Add(json);
        command.SetAction(result => Run(context, options.Read(result), result.GetValue(json)));
        return command;
    }

    private static int Run(CommandContext context, SiteRequest request, bool json)
    {
        var clock = Stopwatch.StartNew();
        var folder = context.Full(request.Output);
        SiteWriter.RequireOurs(folder);
        var (build, site) = WholeSite.Make(context, request);
        if (site is not null)
            SiteWriter.Write(site, folder, context.Cancel);
        context.Terminal.ClearProgress();
        Report(context, build, site is null, request.Strict);
        if (json)
            context.Terminal.Line(Result(context, build, clock.ElapsedMilliseconds));
        else if (site is not null)
            context.Terminal.Line($"{Summary(build)} in {request.Output} ({clock.Elapsed.TotalSeconds:0.0} s)");
        return site is null ? ExitCode.Failed : ExitCode.Ok;
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
