using Lectern.Catalog;
using Lectern.Model;
using Xunit;
using static Lectern.Parser.Tests.Catalog.Lists;

namespace Lectern.Parser.Tests.Catalog;

public sealed class RebuildTests
{
    private static readonly Document Seals = Document("papers/seals.md",
        Entry("(SEAL) One Kind of Seal", "./2101.00001.pdf", tags: ["ice"], authors: ["Ann Lee"]), Entry("(SEAL) Another Kind of Seal", "./2102.00001.pdf", tags: ["Ice"]));

    private static readonly Document Walruses = Document("papers/walruses.md", Entry("On Walruses", tags: ["ice"]), Entry("BLIP2", "https://example.org/blip"));

    [Theory]
    [InlineData("nothing")]
    [InlineData("note")]
    [InlineData("mention")]
    [InlineData("spelling")]
    [InlineData("gone")]
    public void A_rebuild_equals_a_build_from_nothing(string change)
    {
        Document[] before = [Seals, Walruses, Document("notes/seal.md", Front(("title", "Old")))];
        Document[] after = change switch
        {
            "note" => [Seals, Walruses, Document("notes/seal.md", Front(("title", "New")))],
            "mention" => [Document("a.md", Plain("On Walruses"), Entry("One Kind of Seal")), Seals, Walruses],
            "spelling" => [Document("a.md", Entry("A", tags: ["Ice"]), Entry("B", tags: ["Ice"])), Seals, Walruses],
            "gone" => [Walruses],
            _ => before,
        };
        var previous = KnowledgeBase.From(before, Lexicon.Default);
        Assert.Equal(Summary(KnowledgeBase.From(after, Lexicon.Default)), Summary(KnowledgeBase.From(after, Lexicon.Default, previous)));
    }

    [Fact]
    public void A_paper_whose_entries_did_not_change_is_the_same_object()
    {
        var previous = KnowledgeBase.From([Seals, Walruses], Lexicon.Default);
        var next = KnowledgeBase.From([Seals, Walruses, Document("notes/x.md", Front(("title", "New")))], Lexicon.Default, previous);
        Assert.All(next.Papers.Where(p => p.Id != "seal-2"), p => Assert.Contains(previous.Papers, old => ReferenceEquals(old, p)));
    }

    private static string Summary(KnowledgeBase k) => string.Join('\n',
    [
        .. k.Papers.Select(p => $"{p.Id}|{p.Title}|{p.ShortName}|{p.Year}|{p.Arxiv}|{string.Join(',', p.Tags)}|{p.Note?.Title}|{string.Join(';', p.Mentions.Select(m => $"{m.Document.Path}:{m.Entry.At} {m.Reason}"))}"),
        .. k.Tags.Select(t => $"{t.Slug} {t.Name} {string.Join(',', t.Papers.Select(p => p.Id))}"),
        .. k.Notes.Select(n => $"{n.Id} {n.Title} {n.PaperId}"),
        .. k.Diagnostics.Select(d => d.ToString()),
    ]);
}
