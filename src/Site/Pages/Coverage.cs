using Lectern.Catalog;

namespace Lectern.Site.Pages;

/// <summary>How much of the reading is worked through.</summary>
public sealed record Coverage(int Works, int WithNotes, int WithCode, int Authors, int Tags, int Lists)
{
    public static Coverage Of(KnowledgeBase knowledge) => new(
        knowledge.Papers.Count,
        knowledge.Papers.Count(p => p.Note is not null),
        knowledge.Papers.Count(p => p.CodeUrl is not null),
        knowledge.Authors.Count,
        knowledge.Tags.Count,
        knowledge.Documents.Count - knowledge.Notes.Count);
}
