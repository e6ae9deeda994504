using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Lectern.Cli.Output;
using Lectern.Cli.Searching;
using Lectern.Cli.Sites;
using Lectern.Site.Serving;

namespace Lectern.Cli.Commands;

/// <summary><c>serve</c> shows the site to this machine and makes it anew when a source changes.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 5080;

    public static Command Create(CommandContext context)
    {
        var (source, address) = (CommandOptions.Source(), CommandOptions.Base());
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 takes any free one", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && (!int.TryParse(text, out var number) || number is < 0 or > 65535))
                result.AddError($"--port: '{text}' is no port; expected 0 to 65535");
        });
        var open = new Option<bool>("--open") { Description = "Open the site in the browser" };
        var command = new Command("serve", "Serve the site here and rebuild it on every change") { source, port, open, address };
        command.SetAction((result, cancel) => Run(context, result.GetValue(source)!, result.GetValue(port), result.GetValue(open), result.GetValue(address), cancel));
        return command;
    }

    private static async Task<int> Run(CommandContext context, string[] source, int port, bool open, string? address, CancellationToken cancel)
    {
        SiteOptions.RequireAddress(address);
        var terminal = context.Terminal;
        using var maker = new SiteMaker(source, context.WorkingFolder, null, address);
        var build = maker.Build(terminal.Progress, cancel);
        BuildCommand.Report(context, build, failed: false, strict: false);
        using var search = new LiveSearch(null);
        search.Show(build.Sources, build.Indexed);
        await using var server = await SiteServer.StartAsync(build.Generation, port, search, cancel);
        terminal.Line($"{BuildCommand.Summary(build)} at {server.Address}");
        await terminal.Out.FlushAsync(cancel);
        if (open)
            Open(server.Address, terminal);
        await using var watcher = Watch([.. build.Sources.Roots, .. maker.Watched], terminal, stop => Rebuild(context, maker, server, search, stop));
        terminal.Note("watching for changes; Ctrl-C ends");
        await Task.Delay(Timeout.Infinite, cancel);
        return ExitCode.Ok;
    }

    private static SourceWatcher? Watch(IReadOnlyList<string> roots, Terminal terminal, Func<CancellationToken, Task> changed)
    {
        try
        {
            return new(roots, changed);
        }
        catch (IOException e)
        {
            terminal.Note($"changes are not watched: {e.Message}");
            return null;
        }
    }

    /// <summary>A source may be half-saved or gone for a moment: what is served stays until the next good build.</summary>
    private static Task Rebuild(CommandContext context, SiteMaker maker, SiteServer server, LiveSearch search, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var build = maker.Build(_ => { }, cancel);
            if (!build.Generation.Succeeded)
            {
                BuildCommand.Report(context, build, failed: true, strict: false);
                return Task.CompletedTask;
            }

            search.Show(build.Sources, build.Indexed);
            server.Show(build.Generation);
            context.Terminal.Note($"{DateTime.Now:HH:mm:ss} {Words.Count(build.Generation.Rendered.Count, "page")} made anew in {clock.ElapsedMilliseconds} ms, {Findings.Summary(build.Findings)}");
        }
        catch (Exception e) when (e is CommandException or IOException or UnauthorizedAccessException)
        {
            context.Terminal.Note($"{DateTime.Now:HH:mm:ss} not rebuilt, the last site is shown: {e.Message}");
        }

        return Task.CompletedTask;
    }

    private static void Open(Uri address, Terminal terminal)
    {
        try
        {
            Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true })?.Dispose();
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            terminal.Note($"no browser could be started; open {address}");
        }
    }
}
