using Lectern.Identifiers;

namespace Lectern.Parser.Tests.Identifiers;

public sealed class DoiTests
{
    [Theory]
    [InlineData("10.1234/slow.7", "10.1234/slow.7")]
    [InlineData("doi:10.1234/slow.7", "10.1234/slow.7")]
    [InlineData("https://doi.org/10.1234/Slow.READING-7", "10.1234/slow.reading-7")]
    [InlineData("https://example.org/doi/10.1234/s41586-023-00001-5", "10.1234/s41586-023-00001-5")]
    [InlineData("Reading, doi:10.1234/slow(7)8", "10.1234/slow(7)8")]
    [InlineData("10.123456789/a/b_c;d", "10.123456789/a/b_c;d")]
    public void ADoiIsReadInLowerCase(string text, string id) => Assert.Equal(new Doi(id), Doi.Find(text));

    [Theory]
    [InlineData("See 10.1234/slow.7.")]
    [InlineData("See 10.1234/slow.7, and more")]
    [InlineData("(10.1234/slow.7)")]
    [InlineData("(see 10.1234/slow.7);")]
    [InlineData("<10.1234/slow.7>")]
    [InlineData("\"10.1234/slow.7\"")]
    [InlineData("{doi=10.1234/slow.7}")]
    public void PunctuationBehindItIsNotPartOfIt(string text) => Assert.Equal(new Doi("10.1234/slow.7"), Doi.Find(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("10.1234")]
    [InlineData("10.1234/")]
    [InlineData("10.12/slow")]
    [InlineData("v10.1234/slow")]
    [InlineData("110.1234/slow")]
    [InlineData("11.1234/slow")]
    public void WhatOnlyLooksAlikeIsNone(string? text) => Assert.Null(Doi.Find(text));

    [Fact]
    public void ItsAddressIsThatOfTheResolver() => Assert.Equal("https://doi.org/10.1234/slow", Doi.Find("10.1234/Slow")!.Url);

    [Theory]
    [InlineData("https://example.org/(10.1234/slow(7))", "10.1234/slow(7)")]
    [InlineData("10.1234/slow(7)", "10.1234/slow(7)")]
    public void AParenthesisThatItOpensIsPartOfIt(string text, string id) => Assert.Equal(new Doi(id), Doi.Find(text));
}
