using System.CommandLine;
using System.CommandLine.Help;
using Lectern.Cli;
using Lectern.Cli.Commands;
using Lectern.Cli.Sites;
using Lectern.Site.Output;
using Statiq.App;

namespace Lectern.Site.Statiq;

/// <summary>
/// Makes the site as <c>lectern build</c> does, and lets Statiq write it beside what other pipelines make. The last site
/// stays unless everything succeeded.
/// </summary>
public static class StatiqHost
{
    /// <summary>The program <c>lectern-statiq</c>.</summary>
    /// <param name="configure">Adds pipelines and settings.</param>
    /// <returns>0; 1 for findings and broken links, 2 for a wrong command line, 130 when interrupted; else what Statiq ended with.</returns>
    public static Task<int> Run(string[] args, Action<Bootstrapper>? configure = null) =>
        Cli.Program.OnConsole((terminal, cancel) => Run(args, configure, new(terminal, Directory.GetCurrentDirectory(), cancel)));

    /// <summary>The program without a process around it.</summary>
    /// <param name="workingFolder">Relative paths are read from here.</param>
    public static Task<int> Run(
        string[] args, Action<Bootstrapper>? configure, TextWriter stdout, TextWriter stderr, string workingFolder, CancellationToken cancellation = default) =>
        Run(args, configure, new(new Terminal(stdout, stderr), workingFolder, cancellation));

    private static Task<int> Run(string[] args, Action<Bootstrapper>? configure, CommandContext context)
    {
        var options = new SiteOptions();
        var command = new Command("lectern-statiq", "Make the site as documents of Statiq, beside pipelines of your own") { new HelpOption() };
        options.AddTo(command);
        command.SetAction(result => Build(context, options.Read(result), configure));
        return LecternApp.Invoke(command, args, context.Terminal, context.Cancel);
    }

    private static int Build(CommandContext context, SiteRequest request, Action<Bootstrapper>? configure)
    {
        var folder = context.Full(request.Output);
        SiteWriter.RequireOurs(folder);
        var whole = WholeSite.Make(context, request);
        if (whole.Site is { } site)
            SiteWriter.Write(folder, staging => Stage(context, request, whole.Build, site, staging, configure));
        BuildCommand.Report(context, whole.Build, whole.Site is null, request.Strict);
        if (whole.Site is null)
            return Cli.ExitCode.Failed;
        context.Terminal.Line($"{BuildCommand.Summary(whole.Build)} in {request.Output}");
        return Cli.ExitCode.Ok;
    }

    private static void Stage(CommandContext context, SiteRequest request, SiteBuild build, SiteGeneration site, string staging, Action<Bootstrapper>? configure)
    {
        var guard = new WriteGuard();
        var run = new StatiqRun(context, build.Settings, staging, guard, request.Strict);
        var code = run.Execute(new SitePipeline(SiteDocument.All(build, site)), configure);
        context.Cancel.ThrowIfCancellationRequested();
        if (code == (int)global::Statiq.App.ExitCode.OperationCanceled)
            throw new OperationCanceledException();
        if (code != 0)
            throw new CommandException($"Statiq ended with {code}; the last site is as it was", code);
        var broken = ForeignLinks.Broken(site, staging, guard.Written, build.Settings.Base);
        if (broken.Count > 0)
            throw new CommandException(string.Join('\n', broken.Append("links lead nowhere; the last site is as it was")), Cli.ExitCode.Failed);
    }
}
