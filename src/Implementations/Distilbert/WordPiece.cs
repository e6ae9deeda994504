// How BERT reads text: words and punctuation, lower case without accents, and each word as the longest pieces of a vocabulary.
//
// Wu et al.: Google's Neural Machine Translation System, 2016. arXiv:1609.08144v2, §4.1; Devlin et al. 2018 for the details.

using System.Globalization;
using System.Text;

namespace Lectern.Implementations.Distilbert;

public sealed class WordPiece
{
    private const int LongestWord = 100;

    // DEPARTS: accents are taken off Latin letters up to U+017F and as marks of their own; the authors decompose all of Unicode.
    private static readonly Dictionary<Rune, Rune> s_plain = (
        from letters in "aàáâãäåāăą cçćĉċč dď eèéêëēĕėęě gĝğġģ hĥ iìíîïĩīĭį jĵ kķ lĺļľ nñńņň oòóôõöōŏő rŕŗř sśŝşš tţť uùúûüũūŭůűų wŵ yýÿŷ zźżž".Split(' ')
        from accented in letters.EnumerateRunes().Skip(1)
        select (accented, new Rune(letters[0]))).ToDictionary();

    private readonly Dictionary<string, long> _numbers = [];
    private readonly List<string> _pieces = [];

    /// <param name="vocabulary">The lines of a <c>vocab.txt</c>: one piece per line, its number is that of the line, from 0.</param>
    public WordPiece(IEnumerable<string> vocabulary)
    {
        foreach (var piece in vocabulary)
        {
            if (!_numbers.TryAdd(piece, _pieces.Count)) throw new ArgumentException($"'{piece}' stands twice in the vocabulary, again in line {_pieces.Count + 1}.");
            _pieces.Add(piece);
        }

        foreach (var special in new[] { "[UNK]", "[CLS]", "[SEP]", "[MASK]" })
            if (!_numbers.ContainsKey(special)) throw new ArgumentException($"The vocabulary has no {special}.");
    }

    public int Count => _pieces.Count;

    public long this[string piece] => _numbers[piece];

    /// <summary>The numbers of a text's pieces, between those of [CLS] and [SEP].</summary>
    public long[] Encode(string text) => [this["[CLS]"], .. Words(text).SelectMany(Pieces).Select(piece => this[piece]), this["[SEP]"]];

    public string Decode(IEnumerable<long> numbers) =>
        string.Join(' ', numbers.Select(number => _pieces[(int)number])).Replace(" ##", "", StringComparison.Ordinal);

    /// <summary>Longest match first: "unaffable" is "un", "##aff", "##able". A word with a part that no piece covers is [UNK] as a whole.</summary>
    public IReadOnlyList<string> Pieces(string word)
    {
        if (word.Length > LongestWord) return ["[UNK]"];
        List<string> pieces = [];
        for (var start = 0; start < word.Length;)
        {
            var end = word.Length;
            while (end > start && !_numbers.ContainsKey(Piece(start, end))) end--;
            if (end == start) return ["[UNK]"];
            pieces.Add(Piece(start, end));
            start = end;
        }

        return pieces;

        string Piece(int from, int to) => (from > 0 ? "##" : "") + word[from..to];
    }

    /// <summary>Splits at white space; every mark of punctuation and every CJK character is a word of its own.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var accented in text.ToLowerInvariant().EnumerateRunes())
        {
            var rune = s_plain.GetValueOrDefault(accented, accented);
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.NonSpacingMark || rune.Value is 0 or 0xFFFD) continue;
            var parts = rune.Value is '\t' or '\n' or '\r' || (Rune.IsWhiteSpace(rune) && category != UnicodeCategory.Control);
            if (parts || category is UnicodeCategory.Control or UnicodeCategory.Format)
            {
                if (parts && word.Length > 0) yield return Take();
                continue;
            }

            if (StandsAlone(rune, category))
            {
                if (word.Length > 0) yield return Take();
                yield return rune.ToString();
                continue;
            }

            _ = word.Append(rune.ToString());
        }

        if (word.Length > 0) yield return Take();

        string Take()
        {
            var taken = word.ToString();
            _ = word.Clear();
            return taken;
        }
    }

    // ASCII symbols such as $ and ^ count as punctuation, although Unicode has other classes for them.
    private static bool StandsAlone(Rune rune, UnicodeCategory category) =>
        Rune.IsPunctuation(rune)
        || (rune.IsAscii && Rune.IsSymbol(rune))
        || rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);
}
