using Lectern.Cli.Commands;
using Lectern.Cli.Output;
using Lectern.Cli.Searching;
using Lectern.Model;
using Lectern.Search.Results;
using Lectern.Site;
using Lectern.Site.Rendering;

namespace Lectern.Cli.Sites;

/// <summary>What every program that makes a site is told.</summary>
internal sealed record SiteRequest(string[] Sources, string Output, string? Base, bool Search, bool Strict);

/// <summary>A build and all files of its site; null where its findings forbid publishing it.</summary>
internal sealed record WholeSite(SiteBuild Build, SiteGeneration? Site)
{
    public static WholeSite Make(CommandContext context, SiteRequest request)
    {
        using var maker = new SiteMaker(request.Sources, context.WorkingFolder, request.Output, request.Base);
        var build = maker.Build(context.Terminal.Progress, context.Cancel);
        if (!build.Generation.Succeeded || (request.Strict && build.Findings.Any(f => f.Severity >= Severity.Warning)))
            return new(build, null);
        var site = request.Search ? build.Generation.With(SearchFiles(context, build)) : build.Generation;
        context.Terminal.Progress($"writing {Words.Count(site.Files.Count, "file")}");
        return new(build, site);
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
}
