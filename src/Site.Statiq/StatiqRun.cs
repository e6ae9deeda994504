using Lectern.Cli.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Statiq.App;
using Statiq.Common;

namespace Lectern.Site.Statiq;

/// <summary>One run of Statiq that writes to a folder of its own and cleans nothing but what it made.</summary>
internal sealed class StatiqRun(CommandContext context, SiteSettings settings, string output, WriteGuard guard, bool strict)
{
    /// <summary>Neither settings files nor variables of the environment, whose text would be run as code, nor whatever assemblies hold.</summary>
    private const DefaultFeatures Features = DefaultFeatures.BuildCommands | DefaultFeatures.Shortcodes | DefaultFeatures.Namespaces;

    /// <returns>Statiq's exit code.</returns>
    public int Execute(SitePipeline pipeline, Action<Bootstrapper>? configure)
    {
        var scratch = Directory.CreateTempSubdirectory("lectern-statiq-").FullName;
        try
        {
            var statiq = Bootstrapper.Factory.CreateDefault([], Features);
            configure?.Invoke(statiq);
            statiq.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(_ => new TerminalLogs(context.Terminal)));
            statiq.ConfigureSettings(Settle);
            statiq.ConfigureFileSystem(files => Place(files, scratch));
            statiq.ConfigureEngine(engine =>
            {
                engine.Pipelines.Add(SitePipeline.Name, pipeline);
                engine.Events.Subscribe<BeforePipelinePhaseExecution>(_ => context.Cancel.ThrowIfCancellationRequested());
            });
            return statiq.RunAsync().GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
            // Statiq takes Ctrl-C away from a terminal and does not give it back.
            if (!Console.IsInputRedirected)
                Console.TreatControlCAsInput = false;
        }
    }

    private void Settle(ISettings to)
    {
        // Titles come from reading lists, and a text that starts with => or -> would be compiled and run.
        to[Keys.ExcludeFromEvaluation] = true;
        to[Keys.CleanMode] = CleanMode.None;
        to[Keys.UseCache] = false;
        to[Keys.LinkHideIndexPages] = false;
        to[Keys.LinkHideExtensions] = false;
        to[Keys.FailureLogLevel] = strict ? LogLevel.Warning : LogLevel.Error;
        if (settings.Base is { } address)
        {
            var root = new Uri(address);
            to[Keys.Host] = root.Authority;
            to[Keys.LinksUseHttps] = root.Scheme == Uri.UriSchemeHttps;
            to[Keys.LinkRoot] = root.AbsolutePath;
        }
    }

    /// <summary>Statiq empties its temporary folder, and on some runs the output.</summary>
    private void Place(IFileSystem files, string scratch)
    {
        files.RootPath = context.WorkingFolder;
        files.OutputPath = output;
        files.TempPath = Path.Combine(scratch, "temp");
        files.CachePath = Path.Combine(scratch, "cache");
        files.FileProvider = guard.Around(files.FileProvider, output, scratch);
    }
}
