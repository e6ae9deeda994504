using System.Reflection;
using Lectern.Catalog;
using Lectern.Model;
using Xunit;
using static Lectern.Parser.Tests.Catalog.Lists;

namespace Lectern.Parser.Tests.Catalog;

/// <summary>One example for every finding between documents.</summary>
public sealed class FindingTests
{
    private static readonly Dictionary<string, Document[]> Examples = new()
    {
        ["LEC2001"] = [Document("a.md", Entry("Sealing Letters by Hand", "./2101.00001.pdf"), Entry("Walking Walruses Home", "./2101.00001.pdf"))],
        ["LEC2002"] = [Document("a.md", Entry("Sealing Letters by Hand", "./2101.00001.pdf")), Document("b.md", Entry("Sealing Letters by Hand", "./2102.00001.pdf"))],
        ["LEC2003"] = [Document("a.md", Entry("Sealing Letters by Hand", "./2101.00001.pdf", year: 2019))],
        ["LEC2004"] = [Document("a.md", Entry("One", authors: ["Jun-Yan Zhu"]), Entry("Two", authors: ["Jun-Yan Zhu"]), Entry("Three", authors: ["Junyan Zhu"]))],
        ["LEC2005"] = [Document("a.md", Entry("(SEAL) One Kind of Seal")), Document("notes/x.md", Front(("paper", "seel")))],
        ["LEC2006"] = [Document("a.md", Entry("One", zettel: "z:1614.65222.55506")), Document("b.md", Entry("Two", zettel: "z:1614.65222.55506"))],
        ["LEC2007"] = [Document("a.md", Entry("(SEAL) One Kind of Seal")).With(Link("Seel", "Seel", LinkForm.Article), Link("Seal", "Seal", LinkForm.Article))],
    };

    public static TheoryData<string> Codes =>
        [.. typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null))
            .OfType<DiagnosticCode>().Where(c => c.Id.StartsWith("LEC2", StringComparison.Ordinal)).Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_an_example_that_produces_it_and_nothing_else(string code)
    {
        var found = Assert.Single(KnowledgeBase.From(Examples[code], Lexicon.Empty).Diagnostics);
        Assert.Equal(code, found.Code.Id);
        Assert.True(found.At.Line > 0);
        Assert.False(string.IsNullOrWhiteSpace(found.Expected), found.ToString());
    }

    [Fact]
    public void A_note_without_a_paper_is_told_the_nearest_one()
    {
        var found = KnowledgeBase.From(Examples["LEC2005"], Lexicon.Empty).Diagnostics[0];
        Assert.Equal(("notes/x.md", 2, "paper: seal"), (found.Path, found.At.Line, found.Suggestion));
    }

    [Fact]
    public void A_finding_names_the_earlier_place()
    {
        var found = KnowledgeBase.From(Examples["LEC2006"], Lexicon.Empty).Diagnostics[0];
        Assert.Equal("b.md:1:1: warning LEC2006: [z:1614.65222.55506] is already the identifier of a.md:1", found.ToString());
    }

    [Theory]
    [InlineData("ICML 2020", 1)]
    [InlineData("ICML 2021", 0)]
    [InlineData("Neurocomputing 2029", 0)]
    public void A_venue_before_the_submission_is_a_finding(string venue, int findings) =>
        Assert.Equal(findings, KnowledgeBase.From([Document("a.md", Entry("Sealing Letters", "./2103.00020.pdf", subject: venue))]).Diagnostics.Count);

    [Theory]
    [InlineData("DistilBERT, a distilled version of BERT: smaller, faster, cheaperr and lighter")]
    [InlineData("DistilBERT")]
    [InlineData("distilbert, a distilled version of bert – smaller, faster, cheaper and lighter")]
    public void Known_spellings_of_one_identifier_are_no_finding(string title) =>
        Assert.Empty(KnowledgeBase.From([Document("a.md",
            Entry("DistilBERT, a distilled version of BERT: smaller, faster, cheaper and lighter", "./1910.01108.pdf"), Entry(title, "./1910.01108.pdf"))]).Diagnostics);
}
