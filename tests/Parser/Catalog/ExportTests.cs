using System.Text.Json;
using Lectern.Catalog;
using Lectern.Catalog.Export;
using Lectern.Model;
using Xunit;
using static Lectern.Parser.Tests.Catalog.Lists;

namespace Lectern.Parser.Tests.Catalog;

public sealed class ExportTests
{
    private static Paper Of(Entry entry) => KnowledgeBase.From([Document("a.md", entry)], Lexicon.Empty).Papers[0];

    private static readonly Paper Conference = Of(Entry(
        "BERT: Pre-training of Deep Things", "https://arxiv.org/abs/1810.04805", subject: "NAACL 2019",
        authors: ["Jacob Devlin", "Quentin de Laroussilhe", "Google Research", "Cristian Buciluǎ", "Martin King Jr."], tags: ["nlp", "pre-training"]));

    [Fact]
    public void BibTeX_names_the_conference_and_the_preprint()
    {
        var entry = Assert.Single(BibReader.Read(BibTex.Write(Conference)));
        Assert.Equal(("inproceedings", "devlin2018bert"), (entry.Type, entry.Key));
        Assert.Equal("{BERT:} Pre-training of Deep Things", entry.Fields["title"]);
        Assert.Equal("Devlin, Jacob and de Laroussilhe, Quentin and {Google Research} and Buciluǎ, Cristian and King, Jr., Martin", entry.Fields["author"]);
        Assert.Equal(("NAACL 2019", "1810.04805", "arXiv", "2018"), (entry.Fields["booktitle"], entry.Fields["eprint"], entry.Fields["archivePrefix"], entry.Fields["year"]));
    }

    [Fact]
    public void A_preprint_is_misc_and_a_journal_an_article()
    {
        Assert.Equal("misc", BibReader.Read(BibTex.Write(Of(Entry("One", "./2101.00001.pdf"))))[0].Type);
        Assert.Equal("article", BibReader.Read(BibTex.Write(Of(Entry("One", subject: "Nature, doi:10.1000/x"))))[0].Type);
        Assert.Equal("Nature", BibReader.Read(BibTex.Write(Of(Entry("One", subject: "Nature, doi:10.1000/x"))))[0].Fields["journal"]);
    }

    [Theory]
    [InlineData("50% of A & B cost $5 #1 under_score")]
    [InlineData("brace { alone")]
    [InlineData("} other {")]
    [InlineData("back\\slash ~tilde ^hat")]
    [InlineData("ends with \\")]
    [InlineData("line\r\nbreak and \u0000 control")]
    [InlineData("@article{x, title={injected}}")]
    public void Any_title_stays_one_field_of_one_entry(string title)
    {
        var entry = Assert.Single(BibReader.Read(BibTex.Write(Of(Entry(title, "https://example.org/{a}\\b c", authors: [title])))));
        Assert.Equal("https://example.org/%7Ba%7D%5Cb%20c", entry.Fields["url"]);
        Assert.Equal(Citation.Of(Of(Entry(title))).Title, BibReader.Plain(entry.Fields["title"]));
    }

    [Fact]
    public void Keys_are_unique_in_one_file()
    {
        var papers = Enumerable.Range(0, 3).Select(i => Of(Entry("Sealing", year: 2020, subject: $"V{i}", authors: ["Ann Lee"])));
        Assert.Equal(["lee2020sealing", "lee2020sealing-2", "lee2020sealing-3"], BibReader.Read(BibTex.Write(papers)).Select(e => e.Key));
    }

    [Fact]
    public void Et_al_becomes_others() =>
        Assert.Equal("Vaswani and others", BibReader.Read(BibTex.Write(Of(Entry("One", authors: ["Vaswani"]) with { MoreAuthors = true })))[0].Fields["author"]);

    [Fact]
    public void Ris_is_a_record_of_CRLF_lines()
    {
        var ris = Ris.Write([Conference, Of(Entry("Two\nlines", "./2101.00001.pdf"))]);
        Assert.Equal(2, ris.Split("ER  - \r\n").Length - 1);
        Assert.All(ris.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^[A-Z][A-Z0-9]  - [^\r\n]*$", line));
        Assert.StartsWith("TY  - CONF\r\nID  - bert\r\nTI  - BERT: Pre-training of Deep Things\r\nAU  - Devlin, Jacob\r\nAU  - de Laroussilhe, Quentin\r\nAU  - Google Research\r\n", ris, StringComparison.Ordinal);
        Assert.Contains("AU  - King, Martin, Jr.\r\nPY  - 2018\r\nT2  - NAACL 2019\r\n", ris, StringComparison.Ordinal);
        Assert.Contains("TY  - UNPB\r\n", ris, StringComparison.Ordinal);
    }

    [Fact]
    public void Csl_items_have_what_the_schema_asks_for()
    {
        using var json = JsonDocument.Parse(CslJson.Write([Conference, Of(Entry("Two", "https://example.org"))]));
        var (first, second) = (json.RootElement[0], json.RootElement[1]);
        Assert.Equal(("bert", "paper-conference"), (first.GetProperty("id").GetString(), first.GetProperty("type").GetString()));
        Assert.Equal("{\"family\":\"Devlin\",\"given\":\"Jacob\"}", Compact(first.GetProperty("author")[0]));
        Assert.Equal("{\"literal\":\"Google Research\"}", Compact(first.GetProperty("author")[2]));
        Assert.Equal("{\"date-parts\":[[2018]]}", Compact(first.GetProperty("issued")));
        Assert.Equal("NAACL 2019", first.GetProperty("container-title").GetString());
        Assert.Equal("webpage", second.GetProperty("type").GetString());
        Assert.False(second.TryGetProperty("author", out _));

        static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
    }

    [Theory]
    [InlineData("OpenAI", true)]
    [InlineData("Google Brain", true)]
    [InlineData("Amirhossein Kazemnejad's Blog", true)]
    [InlineData("Gemini Team", true)]
    [InlineData("Ann Lee", false)]
    [InlineData("Vaswani", false)]
    public void Organisations_are_not_divided(string name, bool isOrganisation) => Assert.Equal(isOrganisation, People.IsOrganisation(name));
}
