using Lectern.Identifiers;

namespace Lectern.Parser.Tests.Identifiers;

public sealed class ArxivIdTests
{
    [Theory]
    [InlineData("https://arxiv.org/abs/hep-th/9108001", "hep-th/9108001", null, 1991)]
    [InlineData("https://arxiv.org/abs/hep-th/9901001", "hep-th/9901001", null, 1999)]
    [InlineData("https://arxiv.org/abs/math.AG/0601001v1", "math.AG/0601001", 1, 2006)]
    [InlineData("http://arxiv.org/pdf/cond-mat/0703999.pdf", "cond-mat/0703999", null, 2007)]
    [InlineData("https://arxiv.org/abs/0704.0001", "0704.0001", null, 2007)]
    [InlineData("https://arxiv.org/abs/1412.9999v12", "1412.9999", 12, 2014)]
    [InlineData("https://arxiv.org/abs/1501.00001", "1501.00001", null, 2015)]
    public void EveryFormOfItsHistoryIsRead(string text, string id, int? version, int year) => AssertFound(text, id, version, year);

    [Theory]
    [InlineData("https://www.arxiv.org/abs/2101.00001", null)]
    [InlineData("https://export.arxiv.org/abs/2101.00001v2", 2)]
    [InlineData("https://arxiv.org/pdf/2101.00001", null)]
    [InlineData("https://arxiv.org/pdf/2101.00001.pdf", null)]
    [InlineData("https://arxiv.org/pdf/2101.00001v3.pdf", 3)]
    [InlineData("https://arxiv.org/html/2101.00001v1", 1)]
    [InlineData("https://ArXiv.org/ABS/2101.00001", null)]
    [InlineData("https://arxiv.org/abs/2101.00001?context=cs#comments", null)]
    [InlineData("https://arxiv.or gx/abs/2101.00001", null)]
    public void AUrlNamesIt(string text, int? version) => AssertFound(text, "2101.00001", version, 2021);

    [Theory]
    [InlineData("arXiv:2101.00001", null)]
    [InlineData("arxiv:2101.00001v2", 2)]
    [InlineData("see arXiv:2101.00001v2 [cs.CL]", 2)]
    [InlineData("10.48550/arXiv.2101.00001", null)]
    [InlineData("https://doi.org/10.48550/arxiv.2101.00001", null)]
    public void APrefixNamesIt(string text, int? version) => AssertFound(text, "2101.00001", version, 2021);

    [Theory]
    [InlineData("./files/2101.00001.pdf", null)]
    [InlineData("./files/2101.00001v2.pdf", 2)]
    [InlineData("2101.00001", null)]
    [InlineData("./files/2101.00001.pdf#page=3", null)]
    [InlineData("https://example.org/mirror/2101.00001v1?download", 1)]
    [InlineData("./files/reader-2101.00001.pdf", null)]
    public void TheNameOfAFileNamesIt(string text, int? version) => AssertFound(text, "2101.00001", version, 2021);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Annu. Rev. Neurosci. 2004.27:419-451")]
    [InlineData("2004.27:419")]
    [InlineData("2024.01.15")]
    [InlineData("./files/2024.0115.01.pdf")]
    [InlineData("1.2.3")]
    [InlineData("v1.2101.00001")]
    [InlineData("12101.00001.pdf")]
    [InlineData("2101.000012.pdf")]
    [InlineData("2101.001.pdf")]
    [InlineData("2113.00001.pdf")]
    [InlineData("2100.00001.pdf")]
    [InlineData("https://arxiv.org/list/cs.CL/recent")]
    [InlineData("https://arxiv.org/abs/2101.0000123")]
    [InlineData("https://arxiv.org/abs/hep-th/9913001")]
    [InlineData("https://example.org/2101.00001.html")]
    [InlineData("./files/hep-th-9901001.pdf")]
    [InlineData("https://example.org/notarxiv/2101")]
    public void WhatOnlyLooksAlikeIsNone(string? text) => Assert.Null(ArxivId.Find(text));

    [Fact]
    public void AnIdentifierIsWrittenWithItsVersionAndLinkedWithout()
    {
        var id = ArxivId.Find("https://arxiv.org/pdf/2101.00001v2.pdf")!;
        Assert.Equal("2101.00001v2", id.ToString());
        Assert.Equal("https://arxiv.org/abs/2101.00001", id.AbstractUrl);
        Assert.Equal("https://arxiv.org/pdf/2101.00001", id.PdfUrl);
    }

    private static void AssertFound(string text, string id, int? version, int year)
    {
        var found = ArxivId.Find(text);
        Assert.Equal(new ArxivId(id, version), found);
        Assert.Equal(year, found!.Year);
    }
}
