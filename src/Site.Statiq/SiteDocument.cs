using System.Runtime.InteropServices;
using Lectern.Catalog;
using Lectern.Cli.Sites;
using Statiq.Common;

namespace Lectern.Site.Statiq;

/// <summary>A file of the site, with what is known of it and where its source lies.</summary>
internal sealed record SiteDocument(SiteFile File, PageFacts Facts, string? SourcePath)
{
    private static readonly PageFacts NoPage = new(PageKind.File);

    public static IReadOnlyList<SiteDocument> All(SiteBuild build, SiteGeneration site)
    {
        var readings = new Dictionary<Paper, DateTime>(ReferenceEqualityComparer.Instance);
        foreach (var reading in build.Knowledge.Timeline)
            readings.TryAdd(reading.Paper, reading.Time);
        var paths = build.Sources.Files.ToDictionary(f => f.Name, f => f.FullPath, StringComparer.Ordinal);
        return [.. site.Files.Select(file =>
        {
            var facts = site.Pages.TryGetValue(file.Path, out var page) ? PageFacts.Of(page.Page, readings) : NoPage;
            return new SiteDocument(file, facts, facts.Source is { } source ? paths.GetValueOrDefault(source.File) : null);
        })];
    }

    public IDocument In(IExecutionContext context) =>
        context.CreateDocument(SourcePath is null ? NormalizedPath.Null : new(SourcePath), new NormalizedPath(File.Path), Metadata(), Content());

    private MemoryContent Content()
    {
        var type = new NormalizedPath(File.Path).MediaType;
        return MemoryMarshal.TryGetArray(File.Content, out var bytes)
            ? new(bytes.Array!, bytes.Offset, bytes.Count, type)
            : new(File.Content.ToArray(), type);
    }

    private Dictionary<string, object> Metadata()
    {
        var items = new Dictionary<string, object> { [Keys.ExcludeFromEvaluation] = true, [SiteKeys.Page] = Facts, [SiteKeys.Kind] = Facts.Kind };
        Add(Keys.Title, Facts.Title);
        Add("Description", Facts.Description);
        Add("Author", Facts.Authors.Count > 0 ? string.Join(", ", Facts.Authors) : null);
        Add(SiteKeys.PaperId, Facts.PaperId);
        Add(SiteKeys.Tags, Facts.Tags.Count > 0 ? Facts.Tags : null);
        Add(SiteKeys.Authors, Facts.Authors.Count > 0 ? Facts.Authors : null);
        Add(SiteKeys.Year, Facts.Year);
        Add(SiteKeys.Read, Facts.Read);
        Add(SiteKeys.SourceFile, Facts.Source?.File);
        Add(SiteKeys.SourceLine, Facts.Source?.Line);
        return items;

        void Add(string key, object? value)
        {
            if (value is not null)
                items.Add(key, value);
        }
    }
}
