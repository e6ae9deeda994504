using System.Diagnostics;
using System.Text;
using Lectern.Model;

namespace Lectern.Parser.Tests.Properties;

/// <summary>Inputs made to make a reader search in vain. A reader that searches anew for every opener takes minutes over them.</summary>
public sealed class PathologicalTests
{
    private const int Size = 400_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Repeated() => new(
        "[", "]", "[a](", "[a]{", "[a]", "[a](http://", "![a](b", "{", "{title=\n", "(", "$", "$a ", "$$a\n", "*a ", "a* ", "**", "*a_ ", "_a_ ", "<", "<!--", "<a ",
        "<sub>", "#a", "- #a", "#a ", ">", "> ", "- - ", "- a\n", "- a\nb\n", "-\n", "> > a\n> b\n", "[a]{}\n", "a\n", "- \"a\n", "\"", "http://", "!!! a \"\n", "??? a \"b\"\n    ", "|a\n|-\n",
        "[z:1125.23023.45031] a\n", "[z:", "a := b\nlabel:\n", "@@a\n", "```\n", "~~~\n", "\\", "&", "# a\n", "**a**\n", "1. a\n", "a: https://b.c\n", "\0", "\r", "%", "---\n");

    [Theory]
    [MemberData(nameof(Repeated))]
    public void ARepeatedOpenerIsReadAtOnce(string piece) => ReadInTime(string.Concat(Enumerable.Repeat(piece, Size / piece.Length)));

    [Fact]
    public void BacktickRunsOfEveryLengthAreReadAtOnce()
    {
        var text = new StringBuilder();
        for (var width = 1; text.Length < Size; width++)
            text.Append('`', width).Append('a');
        ReadInTime(text.ToString());
    }

    [Fact]
    public void BracketsInsideBracketsAreReadAtOnce() => ReadInTime(new string('[', Size / 2) + new string(']', Size / 2));

    [Fact]
    public void ManyClosingParenthesesAfterAUrlAreReadAtOnce() => ReadInTime("https://a.b/" + new string(')', Size));

    [Theory]
    [InlineData("- ")]
    [InlineData("> ")]
    public void TenThousandMarksOnOneLineNestToALimitAndSaySo(string mark)
    {
        var document = ReadInTime(string.Concat(Enumerable.Repeat(mark, 10_000)) + "end");
        Assert.Contains(document.Diagnostics, d => d.Code == DiagnosticCodes.NestingTooDeep);
        Assert.True(document.Syntax.LastChild is not null);
    }

    [Fact]
    public void TenThousandBulletsEachDeeperThanTheLastAreAllRead()
    {
        var text = new StringBuilder();
        for (var depth = 0; depth < 10_000; depth++)
            text.Append(' ', depth).Append("- item ").Append(depth).Append('\n');
        var document = ReadInTime(text.ToString());
        Assert.Contains(document.Diagnostics, d => d.Code == DiagnosticCodes.NestingTooDeep);
        Assert.Equal(text.ToString(), Encoding.UTF8.GetString(Syntax.SyntaxLeaves.Write(document)));
    }

    [Fact]
    public void ALineOfTwentyMegabytesIsRead() => Assert.Single(ReadInTime(new string('a', 20_000_000)).Syntax);

    private static Document ReadInTime(string text)
    {
        var clock = Stopwatch.StartNew();
        var document = NotationParser.Parse("pathological.md", text);
        DocumentLaws.CheckHtml(document);
        Assert.True(clock.Elapsed < Patience, $"{text.Length} characters took {clock.Elapsed}");
        return document;
    }
}
