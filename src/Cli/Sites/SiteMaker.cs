using Lectern.Catalog;
using Lectern.Catalog.Export;
using Lectern.Cli.Maps;
using Lectern.Cli.Searching;
using Lectern.Cli.Sources;
using Lectern.Code;
using Lectern.Model;
using Lectern.Site;
using Lectern.Site.Formulas;

namespace Lectern.Cli.Sites;

/// <summary>What one build made: the sources and settings as they were, the knowledge base, the pages.</summary>
internal sealed record SiteBuild(
    SourceSet Sources, SiteSettings Settings, KnowledgeBase Knowledge, IReadOnlyList<Implementation> Implementations, SiteGeneration Generation,
    IReadOnlyList<Diagnostic> Findings)
{
    public Indexed Indexed => new(Knowledge, Implementations);
}

/// <summary>From sources to a site, again and again: documents, formulas and pages that did not change are kept.</summary>
internal sealed class SiteMaker : IDisposable
{
    private readonly DocumentCache _documents = new();
    private readonly string[] _sources;
    private readonly string _workingFolder;
    private readonly string? _output;
    private readonly string? _base;
    private readonly SiteAssets _assets = new();
    private readonly KatexSetter _setter;
    private SiteBuilder? _builder;
    private KnowledgeBase? _knowledge;
    private SiteGeneration? _last;
    private ImplementationReader? _implementations;
    private object? _drawn;

    public SiteMaker(string[] sources, string workingFolder, string? output, string? baseAddress)
    {
        (_sources, _workingFolder, _output, _base) = (sources, workingFolder, output, baseAddress);
        _setter = new(_assets.Folder ?? "", CacheFolder.Find());
    }

    /// <param name="progress">Told each step before it begins.</param>
    public SiteBuild Build(Action<string> progress, CancellationToken cancel)
    {
        var sources = SourceFolder.Find(_sources, _workingFolder, _output);
        if (sources.Files.Count == 0)
            throw new CommandException($"{string.Join(", ", sources.Roots)}: no reading lists (.md, .markdown, .txt, .zortex)", ExitCode.Failed, "lectern build --source DIR");
        progress($"reading {Output.Words.Count(sources.Files.Count, "file")}");
        var knowledge = _knowledge = KnowledgeBase.From(_documents.Read(sources.Files, cancel), Lexicon.Default, _knowledge);
        cancel.ThrowIfCancellationRequested();
        progress($"making pages for {Output.Words.Count(knowledge.Papers.Count, "paper")}");
        var (settings, findings) = sources.SettingsFolder is { } folder ? SiteSettings.ReadFrom(folder) : (new(), []);
        settings = settings.WithBase(_base);
        _builder ??= new(settings, _assets, _setter, BibTex.Write);
        _builder.Settings = settings;
        _implementations ??= sources.SettingsFolder is { } root ? new(root) : null;
        _builder.Implementations = _implementations?.Read() ?? [];
        Draw(knowledge);
        _last = _builder.Build(knowledge, _last, cancel);
        return new(sources, settings, knowledge, _builder.Implementations, _last, Output.Findings.Of(knowledge, _last.Diagnostics.Concat(findings)));
    }

    /// <summary>While only the prose of notes changes, the map stays as it was.</summary>
    private void Draw(KnowledgeBase knowledge)
    {
        if (FieldMappers.Default is not { } mapper || _drawn == knowledge.Frame)
            return;
        _builder!.Map = mapper.Map(knowledge);
        _drawn = knowledge.Frame;
    }

    /// <summary>What holds implementations and their evidence, beside the roots of the sources.</summary>
    public IEnumerable<string> Watched => _implementations?.Watched ?? [];

    public void Dispose() => _setter.Dispose();
}
