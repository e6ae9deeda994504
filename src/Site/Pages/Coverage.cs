using Lectern.Catalog;
using Lectern.Code;

namespace Lectern.Site.Pages;

/// <summary>How much of the reading is worked through.</summary>
public sealed record Coverage(int Works, int WithNotes, int WithCode, int Implemented, int VerifiedOnCpu, int VerifiedOnGpu, int Authors, int Tags, int Lists)
{
    public static Coverage Of(KnowledgeBase knowledge, IReadOnlyList<Implementation> implementations) => new(
        knowledge.Papers.Count,
        knowledge.Papers.Count(p => p.Note is not null),
        knowledge.Papers.Count(p => p.CodeUrl is not null || implementations.Any(i => i.Name == p.Id)),
        implementations.Count,
        implementations.Count(i => i.VerifiedOn.Contains("cpu")),
        implementations.Count(i => i.VerifiedOn.Contains("cuda")),
        knowledge.Authors.Count,
        knowledge.Tags.Count,
        knowledge.Documents.Count - knowledge.Notes.Count);
}
