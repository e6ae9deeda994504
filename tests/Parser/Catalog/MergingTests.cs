using Lectern.Catalog;
using Lectern.Model;
using Xunit;
using static Lectern.Parser.Tests.Catalog.Lists;

namespace Lectern.Parser.Tests.Catalog;

public sealed class MergingTests
{
    private static KnowledgeBase Catalog(params Entry[] entries) => KnowledgeBase.From([Document("list.md", entries)], Lexicon.Empty);

    private static KnowledgeBase Known(params Entry[] entries) => KnowledgeBase.From([Document("list.md", entries)]);

    [Fact]
    public void One_arXiv_identifier_is_one_work_in_every_version_and_form()
    {
        var paper = Assert.Single(Catalog(
            Entry("First spelling of it", "./resources/2103.00020.pdf"),
            Entry("Second spelling of it", "https://arxiv.org/abs/2103.00020v2"),
            Entry("Third spelling of it", "https://doi.org/10.48550/arXiv.2103.00020")).Papers);
        Assert.Equal(3, paper.Mentions.Count);
        Assert.Equal("first mention", paper.Mentions[0].Reason);
        Assert.Equal("same arXiv identifier 2103.00020 as list.md:1", paper.Mentions[1].Reason);
        Assert.Equal(2, paper.Arxiv!.Version);
    }

    [Fact]
    public void The_ways_to_write_a_title_with_its_short_name_are_one_work()
    {
        var paper = Assert.Single(Catalog(
            Entry("(SEAL) Sealing Entirely Arbitrary Letters"),
            Entry("SEAL: Sealing Entirely Arbitrary Letters"),
            Entry("SEAL", subtitle: "Sealing Entirely Arbitrary Letters"),
            Entry("Sealing entirely arbitrary letters")).Papers);
        Assert.Equal("title and short name equal those of list.md:1", paper.Mentions[1].Reason);
        Assert.Equal("title equals that of list.md:1", paper.Mentions[3].Reason);
        Assert.Equal("seal", paper.Id);
    }

    [Fact]
    public void A_title_that_is_the_short_name_of_another_entry_is_that_work()
    {
        var paper = Assert.Single(Catalog(
            Entry("SEAL 2: Letters from Sealed Latents", "./a.pdf"), Entry("SEAL 2", "./b.pdf")).Papers);
        Assert.Equal("title equals the short name of list.md:1", paper.Mentions[1].Reason);
    }

    [Fact]
    public void A_video_in_two_addresses_is_one_work()
    {
        var paper = Assert.Single(Catalog(
            Entry("Lets build seals: from scratch", "https://www.youtube.com/watch?v=kCc8&ab_channel=X", EntryKind.MdLink),
            Entry("Let's build a seal", "https://youtu.be/kCc8?t=21s")).Papers);
        Assert.Equal("same video kCc8 as list.md:1", paper.Mentions[1].Reason);
    }

    [Fact]
    public void A_link_to_a_document_of_the_knowledge_base_is_no_work()
    {
        var paper = Assert.Single(Catalog(
            Entry("Sealing", "../notes/concepts/sealing.md#wax", EntryKind.MdLink),
            Entry("Sealing", "https://example.org/sealing", EntryKind.MdLink),
            Entry("Sealing", "sealing.md", EntryKind.MdLink)).Papers);
        Assert.Single(paper.Mentions);
    }

    [Theory]
    [InlineData("https://www.example.org/paper.pdf", "http://example.org/paper")]
    [InlineData("https://example.org/a/?utm_source=x&b=1", "https://EXAMPLE.org/a?b=1#section")]
    public void Addresses_that_lead_to_one_page_are_one_work(string one, string other) =>
        Assert.Single(Catalog(Entry("On the left", one), Entry("On the right", other)).Papers);

    [Fact]
    public void A_repository_is_no_identity_because_it_may_hold_many_works() =>
        Assert.Equal(2, Catalog(
            Entry("Left", "https://github.com/o/r", EntryKind.MdLink), Entry("Right", "https://github.com/o/r", EntryKind.MdLink)).Papers.Count);

    [Fact]
    public void Similar_names_stay_apart()
    {
        var papers = Known(
            Entry("GAN", "./1406.2661.pdf", subtitle: "Generative Adversarial Networks"),
            Entry("CGAN", "./1411.1784.pdf", subtitle: "Conditional Generative Adversarial Nets"),
            Entry("DCGAN", "./1511.06434.pdf", subtitle: "Unsupervised Representation Learning WITH Deep Convolutional Generative Adversarial Networks"),
            Entry("PGAN"),
            Entry("AlphaGo", "./go.pdf"), Entry("AlphaGo Zero", "./zero"), Entry("(AlphaZero) Mastering Chess and Shogi")).Papers;
        Assert.Equal(7, papers.Count);
    }

    [Fact]
    public void One_title_with_two_short_names_is_two_works() =>
        Assert.Equal(2, Catalog(Entry("(SEAL) A Survey"), Entry("(WALRUS) A Survey")).Papers.Count);

    [Fact]
    public void A_survey_is_not_every_survey() =>
        Assert.Equal(2, Catalog(Entry("Seals: A Survey"), Entry("A Survey", "./other.pdf")).Papers.Count);

    [Fact]
    public void One_title_with_two_identifiers_is_two_works_and_a_finding()
    {
        var catalog = Catalog(Entry("Sealing Letters by Hand", "./2101.00001.pdf"), Entry("Sealing Letters by Hand", "./2102.00002.pdf"));
        Assert.Equal(["sealing-letters-by-hand", "sealing-letters-by-hand-2"], catalog.Papers.Select(p => p.Id));
        Assert.Equal(DiagnosticCodes.SameTitleOtherIdentifier, Assert.Single(catalog.Diagnostics).Code);
    }

    [Fact]
    public void A_title_without_identifier_joins_the_one_that_has_it() =>
        Assert.Single(Catalog(Entry("Sealing Letters by Hand"), Entry("Sealing letters by hand", "./2101.00001.pdf")).Papers);

    [Fact]
    public void An_entry_with_both_identifiers_joins_the_works_of_each()
    {
        var paper = Assert.Single(Catalog(
            Entry("Left", "./2101.00001.pdf"),
            Entry("Right", "https://doi.org/10.1000/xyz"),
            Entry("Both", "./2101.00001.pdf", subject: "Nature, doi:10.1000/xyz")).Papers);
        Assert.Equal("same DOI 10.1000/xyz as list.md:3", paper.Mentions[1].Reason);
        Assert.Equal("Nature", paper.Venue);
    }

    [Fact]
    public void Bare_names_and_addresses_are_mentions_and_never_make_a_work()
    {
        var catalog = Catalog(
            Plain("SEAL"),
            Entry("(SEAL) Sealing Entirely Arbitrary Letters", "./2101.00001.pdf"),
            Url("Seal", "https://example.org/seal.pdf"),
            Url("https://arxiv.org/abs/2101.00001", "https://arxiv.org/abs/2101.00001"),
            Plain("Walrus"), Url("Walrus", "https://example.org/walrus"));
        var paper = Assert.Single(catalog.Papers);
        Assert.Equal(
            ["title equals the short name of list.md:2", "first mention", "label equals the short name of list.md:2", "same arXiv identifier 2101.00001 as list.md:2"],
            paper.Mentions.Select(m => m.Reason));
        Assert.Equal("https://example.org/seal.pdf", paper.Url);
    }

    [Fact]
    public void A_bare_name_that_two_works_share_belongs_to_neither()
    {
        var catalog = Catalog(Entry("(SEAL) One Kind of Seal"), Entry("(SEAL) Another Kind of Seal"), Plain("SEAL"));
        Assert.All(catalog.Papers, p => Assert.Single(p.Mentions));
    }

    [Fact]
    public void A_damaged_link_is_no_identity()
    {
        var damaged = Link("Paper", "https://arxiv.or dsvg/abs/2304.11062") with { Malformed = true, Resolved = "https://arxiv.org/abs/2304.11062" };
        var papers = Catalog(
            Entry("Hierarchical things", "https://github.com/o/r", EntryKind.Admonition, related: [damaged], admonition: "code"),
            Entry("Scaling things", "https://arxiv.org/abs/2304.11062")).Papers;
        Assert.Equal(2, papers.Count);
        Assert.Null(papers[0].Arxiv);
    }

    [Fact]
    public void A_code_admonition_takes_its_identity_from_the_paper_link()
    {
        var paper = Assert.Single(Catalog(
            Entry("Sinking Seals", "https://github.com/o/sinks", EntryKind.Admonition, related: [Link("Paper", "https://arxiv.org/abs/2309.17453")], admonition: "code")).Papers);
        Assert.Equal("2309.17453", paper.Arxiv!.Id);
        Assert.Equal("https://github.com/o/sinks", paper.CodeUrl);
        Assert.Equal("https://arxiv.org/abs/2309.17453", paper.Url);
    }

    [Theory]
    [InlineData("Tree of Through", "Tree of Thoughts: Deliberate problem solving with large language models")]
    [InlineData("Attention Is All you Need", "Attention is All You Need")]
    [InlineData("DALL·E", "(DALL-E) Zero-Shot Text-to-Image Generation")]
    [InlineData("Human-level performance in multi-task reinforcement learning", "DQNN: Human-level Control Through Deep Reinforcement Learning")]
    public void Known_spellings_of_a_work_are_one_work(string one, string other) =>
        Assert.Single(Known(Entry(one, "./one.pdf"), Entry(other, "./other.pdf")).Papers);

    [Fact]
    public void A_known_title_and_its_identifier_are_one_work()
    {
        var paper = Assert.Single(Known(Entry("Attention is all you need", "./a.pdf"), Entry("The transformer, annotated", "https://arxiv.org/abs/1706.03762")).Papers);
        Assert.Equal("“The transformer, annotated” is a known name of “Attention Is All You Need”, like the title of list.md:1", paper.Mentions[1].Reason);
    }

    [Fact]
    public void A_known_short_name_with_another_title_is_another_work() =>
        Assert.Equal(2, Known(Entry("(RegNet) Designing Network Design Spaces"), Entry("RegNet: Self-Regulated Network for Image Classification", "./2101.00590.pdf")).Papers.Count);

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        var a = Document("a.md", Entry("(SEAL) One Kind of Seal", "./2101.00001.pdf"), Plain("WALRUS"));
        var b = Document("b.md", Entry("(SEAL) Another Kind of Seal", "./2102.00001.pdf"), Entry("(WALRUS) Large Seals Remain", "./2101.00001.pdf"));
        Assert.Equal(Summary(KnowledgeBase.From([a, b])), Summary(KnowledgeBase.From([b, a])));

        static string Summary(KnowledgeBase catalog) =>
            string.Join('\n', catalog.Papers.Select(p => $"{p.Id} {p.Title} {string.Join(", ", p.Mentions.Select(m => $"{m.Document.Path}:{m.Entry.At} {m.Reason}"))}"));
    }

    [Fact]
    public void Equal_ids_are_numbered_by_identifier_wherever_the_works_are_listed()
    {
        var later = Entry("(SEAL) Another Kind of Seal", "./2102.00001.pdf");
        var earlier = Entry("(SEAL) One Kind of Seal", "./2101.00001.pdf");
        Assert.Equal(Ids(later, earlier), Ids(earlier, later));

        static Dictionary<string, string> Ids(params Entry[] entries) => Catalog(entries).Papers.ToDictionary(p => p.Title, p => p.Id);
    }

    [Fact]
    public void Many_works_under_one_title_take_linear_time()
    {
        var entries = Enumerable.Range(0, 20_000).Select(i => Entry("Sealing Letters by Hand", $"./21{i / 9000 + 1:00}.{i % 9000:00000}.pdf")).ToArray();
        Assert.Equal(20_000, Catalog(entries).Papers.Count);
    }
}
