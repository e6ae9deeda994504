using Statiq.Common;

namespace Lectern.Site.Statiq;

/// <summary>The metadata of the documents, beside <c>Title</c>, <c>Description</c> and <c>Author</c>, which modules of Statiq ask for.</summary>
public static class SiteKeys
{
    /// <summary>All of it, as <see cref="PageFacts"/>; <see cref="Facts"/> reads it.</summary>
    public const string Page = "LecternPage";

    public const string Kind = "LecternKind";
    public const string PaperId = "LecternPaperId";
    public const string Tags = "LecternTags";
    public const string Authors = "LecternAuthors";
    public const string Year = "LecternYear";
    public const string Read = "LecternRead";
    public const string SourceFile = "LecternSourceFile";
    public const string SourceLine = "LecternSourceLine";

    /// <summary>What is known of a document of <see cref="SitePipeline"/>; null for those of other pipelines.</summary>
    public static PageFacts? Facts(this IDocument document) => document.Get<PageFacts>(Page);
}
