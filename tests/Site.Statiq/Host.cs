using Lectern.Cli.Tests;
using Statiq.App;
using Statiq.Common;
using Statiq.Core;

// Each run of Statiq takes both cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Lectern.Site.Statiq.Tests;

internal static class Host
{
    public static string Repository { get; } = FindRepository();

    public static Task<Outcome> Run(string folder, params string[] args) => Run(folder, null, args);

    public static async Task<Outcome> Run(string folder, Action<Bootstrapper>? configure, params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var code = await StatiqHost.Run(args, configure, output, error, folder);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>A pipeline that sees the documents of the site and writes what these modules make of them.</summary>
    public static Action<Bootstrapper> Pipeline(params IModule[] modules) => statiq => statiq.ConfigureEngine(engine =>
    {
        var pipeline = new Pipeline
        {
            Dependencies = { SitePipeline.Name },
            ProcessModules = { new ReplaceDocuments(SitePipeline.Name) },
            OutputModules = { new WriteFiles() },
        };
        pipeline.ProcessModules.AddRange(modules);
        engine.Pipelines.Add("Own", pipeline);
    });

    /// <summary>One document of text under a destination.</summary>
    public static IModule Document(string destination, string text) => new ExecuteConfig(Config.FromContext(context =>
        context.CreateDocument(new NormalizedPath(destination), context.GetContentProvider(text, "text/html"))));

    /// <summary>Every file below a folder, by its path.</summary>
    public static Dictionary<string, byte[]> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllBytes, StringComparer.Ordinal);

    public static void Same(Dictionary<string, byte[]> expected, Dictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.True(file.Value.AsSpan().SequenceEqual(actual[file.Key]), file.Key));
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lectern.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run from a checkout.");
    }
}
