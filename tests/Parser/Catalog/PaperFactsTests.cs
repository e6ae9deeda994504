using Lectern.Catalog;
using Lectern.Model;
using Xunit;
using static Lectern.Parser.Tests.Catalog.Lists;

namespace Lectern.Parser.Tests.Catalog;

public sealed class PaperFactsTests
{
    private static Paper Merge(params Entry[] entries) => Assert.Single(KnowledgeBase.From([Document("list.md", entries)], Lexicon.Empty).Papers);

    [Theory]
    [InlineData("(LLM.int8()) Eight Bits", "llm-int8")]
    [InlineData("DALL·E", "dall-e")]
    [InlineData("Éclairs, naïvely", "eclairs-naively")]
    [InlineData("Let's build GPT", "lets-build-gpt")]
    [InlineData("***", "work-e22c13cd")]
    public void A_paper_is_named_by_its_short_name_or_title(string title, string id) => Assert.Equal(id, Merge(Entry(title)).Id);

    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var id = Merge(Entry(string.Join(' ', Enumerable.Repeat("sealing letters", 20)))).Id;
        Assert.InRange(id.Length, 60, 80);
        Assert.Matches("-(sealing|letters)$", id);
    }

    [Fact]
    public void A_number_never_takes_the_name_of_another_paper() =>
        Assert.Equal(["gpt", "gpt-3", "gpt-2"], Slugs.Distinct(["gpt", "gpt", "gpt-2"]));

    [Fact]
    public void The_longest_list_of_authors_wins()
    {
        var paper = Merge(
            Entry("Sealing Letters by Hand", authors: ["Google Brain"]),
            Entry("Sealing Letters by Hand", authors: ["Ann  Lee∗", "Deep Mind"]));
        Assert.Equal(["Ann Lee", "DeepMind"], paper.Authors);
    }

    [Fact]
    public void A_stated_year_wins_over_the_identifier_and_the_identifier_over_the_venue()
    {
        Assert.Equal(2018, Merge(Entry("One", "./1706.03762.pdf", year: 2018)).Year);
        Assert.Equal(2017, Merge(Entry("One", "./1706.03762.pdf", subject: "ICML 2019")).Year);
        Assert.Equal(2019, Merge(Entry("One", subject: "ICML 2019")).Year);
        Assert.Null(Merge(Entry("One", subject: "Annu. Rev. Neurosci. 2004.27:419-451")).Year);
    }

    [Fact]
    public void A_page_of_the_work_comes_before_arXiv_and_a_video_after_it()
    {
        Assert.Equal("https://proceedings.org/p.pdf", Merge(
            Entry("Sealing Letters by Hand", "https://arxiv.org/abs/2101.00001"), Entry("Sealing Letters by Hand", "https://proceedings.org/p.pdf")).Url);
        Assert.Equal("https://arxiv.org/abs/2101.00001", Merge(
            Entry("Sealing Letters by Hand", "https://youtu.be/abc"), Entry("Sealing Letters by Hand", "./2101.00001.pdf")).Url);
        Assert.Null(Merge(Entry("Sealing Letters by Hand", "./local.pdf")).Url);
    }

    [Fact]
    public void Tags_keep_the_spelling_written_most_often()
    {
        var catalog = KnowledgeBase.From(
            [Document("a.md", Entry("One", tags: ["CLIP"]), Entry("Two", tags: ["clip"]), Entry("Three", tags: ["clip"]) with { InheritedTags = ["ai", "Vision"] })]);
        var tag = Assert.Single(catalog.Tags, t => t.Slug == "clip");
        Assert.Equal(("clip", 3), (tag.Name, tag.Papers.Count));
        Assert.Equal(["clip", "Vision", "ai"], catalog.Papers.Single(p => p.Id == "three").Tags);
    }

    [Fact]
    public void Venues_of_several_years_are_one_index_entry()
    {
        var catalog = KnowledgeBase.From([Document("a.md", Entry("One", subject: "ICML 2019"), Entry("Two", subject: "ICML 2020"))]);
        Assert.Equal(("ICML", 2), (Assert.Single(catalog.Venues).Name, catalog.Venues[0].Papers.Count));
    }

    [Fact]
    public void Authors_that_differ_in_case_or_diacritics_are_one_index_entry()
    {
        var catalog = KnowledgeBase.From([Document("a.md",
            Entry("One", authors: ["Léon Bottou"]), Entry("Two", authors: ["Léon Bottou"]), Entry("Three", authors: ["Leon bottou"]))]);
        Assert.Equal("Léon Bottou", Assert.Single(catalog.Authors).Name);
    }

    [Fact]
    public void The_timeline_is_newest_first()
    {
        var catalog = KnowledgeBase.From([Document("a.md",
            Entry("One", zettel: "z:1614.65222.55506"), Entry("Two", zettel: "z:1821.40624.10914"), Entry("Three", zettel: "z:1200.70126.00000"))]);
        Assert.Equal(["Three", "Two", "One"], catalog.Timeline.Select(r => r.Paper.Title));
        Assert.Equal([true, false, false], catalog.Timeline.Select(r => r.Ambiguous));
        Assert.Equal(new DateTime(2024, 2, 15, 18, 21, 0), catalog.Timeline[1].Time);
    }

    [Fact]
    public void A_note_finds_its_paper_by_front_matter_or_by_its_file_name()
    {
        var catalog = KnowledgeBase.From(
        [
            Document("papers/a.md", Entry("(SEAL) One Kind of Seal", "./2101.00001.pdf"), Entry("(WALRUS) Large Seals")),
            Document("notes/seal.md", Front(("title", "On seals"))),
            Document("essays/big.md", Front(("title", "On walruses"), ("paper", "walrus"))),
            Document("notes/ice.md", Front(("title", "On ice")), Entry("Something Else Entirely")),
        ]);
        Assert.Equal(2, catalog.Papers.Count);
        Assert.Equal("On seals", catalog.Papers.Single(p => p.Id == "seal").Note!.Title);
        Assert.Equal("On walruses", catalog.Papers.Single(p => p.Id == "walrus").Note!.Title);
        Assert.Equal([("big", "walrus"), ("ice", null), ("seal", "seal")], catalog.Notes.Select(n => (n.Id, n.PaperId)));
    }

    [Fact]
    public void Two_seals_may_differ_only_in_the_sign_after_one_letter() => Assert.NotEqual(TitleKey.Of("A* search"), TitleKey.Of("A search"));
}
