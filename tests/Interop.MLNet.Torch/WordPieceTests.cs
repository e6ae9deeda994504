using System.Text;
using System.Text.RegularExpressions;
using Lectern.Implementations.Distilbert;
using Microsoft.ML.Tokenizers;

namespace Lectern.Interop.MLNet.Torch.Tests;

/// <summary>
/// Our WordPiece beside that of Microsoft.ML.Tokenizers. Its options are set to what Devlin et al. 2018 published: accents are
/// taken off, a word has at most 100 characters, and ASCII symbols such as <c>$</c> are words of their own, which its default drops.
/// </summary>
public sealed partial class WordPieceTests
{
    private const int Strings = 10_000;

    private static readonly string[] s_vocabulary = Vocabulary();
    private static readonly WordPiece s_ours = new(s_vocabulary);
    private static readonly BertTokenizer s_theirs = Theirs();

    [Fact]
    public void TenThousandStringsOfAllSortsHaveTheSamePieces()
    {
        var texts = new MixedText(2018);
        var (pieces, unknown, longest) = (0, 0, 0);
        for (var i = 0; i < Strings; i++)
        {
            var text = texts.Next();
            var expected = s_theirs.EncodeToIds(text, addSpecialTokens: true).Select(id => (long)id).ToList();
            var actual = s_ours.Encode(text);
            Assert.True(expected.SequenceEqual(actual), $"string {i}, {Show(text)}: {Show(s_ours.Decode(actual))} here, {Show(s_ours.Decode(expected))} there");
            (pieces, unknown, longest) = (pieces + actual.Length - 2, unknown + actual.Count(id => id == s_ours["[UNK]"]), Math.Max(longest, actual.Length));
        }

        // The strings could show a difference: most pieces are known, many are not, and words are cut.
        Assert.InRange(unknown, pieces / 50, pieces / 3);
        Assert.True(pieces > 7 * Strings && longest > 60, $"{pieces} pieces, the longest string has {longest}");
    }

    [Theory]
    [InlineData("ab\tde", "ab de", "abde")]
    [InlineData("ab\r\nde", "ab de", "abde")]
    public void TabsAndLineBreaksPartWordsHereAsInThePaperButJoinThemThere(string text, string ours, string theirs) => Differ(text, ours, theirs);

    [Theory]
    [InlineData("ab\vde")]
    [InlineData("ab\fde")]
    [InlineData("ab\u0085de")]
    public void OtherControlCharactersVanishHereAndThere(string text) => Differ(text, "abde", "abde");

    [Theory]
    [InlineData("ab\u200Dde", "abde")]
    [InlineData("ab\u00ADde", "abde")]
    public void FormatCharactersAreDroppedHereAsInThePaperButMakeAWordUnknownThere(string text, string ours) => Differ(text, ours, "[UNK]");

    /// <summary>A departure that WordPiece.cs declares: it knows the accents of Latin letters, up to U+017F, and does not decompose the rest of Unicode.</summary>
    [Theory]
    [InlineData("\u1EBF", "e")]
    [InlineData("\u03AC", "\u03B1")]
    [InlineData("\u0439", "\u0438")]
    [InlineData("\u304C", "\u304B")]
    [InlineData("\uF900", "\u8C48")]
    public void OtherLettersKeepTheirMarksHereAndLoseThemThere(string letter, string plain)
    {
        Assert.Equal([letter], WordPiece.Words(letter));
        Assert.Equal(s_theirs.EncodeToIds(plain), s_theirs.EncodeToIds(letter));
    }

    private static void Differ(string text, string ours, string theirs)
    {
        Assert.Equal(ours, string.Join(' ', WordPiece.Words(text)));
        var there = s_theirs.EncodeToIds(text, addSpecialTokens: false).Select(id => (long)id);
        Assert.Equal(theirs, s_ours.Decode(there));
    }

    private static BertTokenizer Theirs()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(s_vocabulary.Select(piece => piece + "\n"))));
        return BertTokenizer.Create(file, new BertOptions
        {
            RemoveNonSpacingMarks = true,
            SplitOnSpecialTokens = false,
            MaxInputCharsPerWord = 100,
            PreTokenizer = new RegexPreTokenizer(PublishedWords(), null),
        });
    }

    /// <summary>Letters of every script alone and as the rest of a word, some longer pieces, and gaps: every ninth letter has no rest.</summary>
    private static string[] Vocabulary()
    {
        var texts = new MixedText(7);
        var longer = Enumerable.Range(0, 4_000).Select(i => texts.Letters(2 + i % 3)).SelectMany(piece => new[] { piece, "##" + piece });
        var words = Enumerable.Range(0, 20_000).SelectMany(_ => WordPiece.Words(texts.Next())).SelectMany(word => word.EnumerateRunes()).Distinct();
        var letters = words.SelectMany(letter => letter.Value % 9 == 0 ? [letter.ToString()] : new[] { letter.ToString(), $"##{letter}" });
        return [.. new[] { "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]" }.Concat(letters).Concat(longer).Where(piece => piece == piece.Trim() && piece.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static string Show(string text) => string.Concat(text.Select(c => c is >= ' ' and < (char)0x7F ? c.ToString() : $"\\u{(int)c:X4}"));

    [GeneratedRegex(@"[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~]+")]
    private static partial Regex PublishedWords();
}
