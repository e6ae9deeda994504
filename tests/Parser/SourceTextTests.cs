using System.Text;
using Lectern.Model;
using Lectern.Text;

namespace Lectern.Parser.Tests;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0x61, 0xC3, 0x28, 0x62 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0xF0, 0x9F, 0x98 })]
    [InlineData(new byte[] { 0xEF, 0xBF, 0xBD, 0xFE, 0x00, 0x0D, 0x0A })]
    public void BytesThatAreNotUtf8AreGivenBackAsTheyWere(byte[] bytes) =>
        Assert.Equal(bytes, Syntax.SyntaxLeaves.Write(NotationParser.Parse(SourceText.From("a", bytes))));

    [Fact]
    public void BytesThatAreNotUtf8AreCountedAtTheirFirstPlace()
    {
        var document = NotationParser.Parse(SourceText.From("a.md", [0x61, 0x0A, 0x62, 0xFF, 0xFE]));
        var finding = Assert.Single(document.Diagnostics);
        Assert.Equal("a.md:2:2: warning LEC1030: 2 bytes are not UTF-8, the first one here", finding.ToString());
    }

    [Fact]
    public void AByteOrderMarkIsNoText()
    {
        var document = NotationParser.Parse(SourceText.From("a", [.. Encoding.UTF8.GetPreamble(), .. "---\ntitle: Marked\n---\n"u8]));
        Assert.Equal("Marked", document.Title);
    }

    [Theory]
    [InlineData("a\nbc\n", 2, 2, 1)]
    [InlineData("a\r\nbc", 3, 2, 1)]
    [InlineData("a\rbc", 3, 2, 2)]
    [InlineData("", 0, 1, 1)]
    [InlineData("ab", 2, 1, 3)]
    public void PlacesCountLinesAndColumnsFromOne(string text, int offset, int line, int column) =>
        Assert.Equal((line, column), SourceText.From("a", text).Locate(offset));
}
