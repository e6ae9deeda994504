using System.Text;

namespace Lectern.Interop.MLNet.Torch.Tests;

/// <summary>Seeded strings in many scripts, with what a tokenizer stumbles over.</summary>
internal sealed class MixedText(int seed)
{
    private const string Accented = "àáâãäåāăąçćĉċčďèéêëēĕėęěĝğġģĥìíîïĩīĭįĵķĺļľñńņňòóôõöōŏőŕŗřśŝşšţťùúûüũūŭůűųŵýÿŷźżž";
    private const string Punctuation = "!\"#%&'()*,-./:;?@[\\]_{}¡§«¶·»¿‐–—‘’“”†•…‰‹›、。「」";
    private const string AsciiSymbols = "$+<=>^`|~";
    private const string OtherSymbols = "¢£©®°±×÷€™←→∀∂∑∞≈☃";

    // No letter here decomposes: what the two tokenizers do with those has tests of its own.
    private static readonly (int From, int To)[] s_scripts =
    [
        ('a', 'z'), ('A', 'Z'), ('0', '9'), (0x03B1, 0x03C9), (0x0391, 0x03A1), (0x0430, 0x0438), (0x0410, 0x0418), (0x05D0, 0x05EA),
        (0x0627, 0x063A), (0x0905, 0x0914), (0x0E01, 0x0E2E), (0x3042, 0x304A), (0x30A2, 0x30AA), (0xAC00, 0xD7A3),
    ];

    private static readonly (int From, int To)[] s_cjk = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2A6DF), (0x2B820, 0x2CEA1)];
    private static readonly string[] s_spaces = [" ", "  ", "\u00A0", "\u2003", "\u3000", "\u2028"];
    private static readonly string[] s_unseen = ["\0", "\u0001", "\u0007", "\u001B", "\u007F", "\u0090", "\uFFFD"];
    private static readonly string[] s_special = ["[MASK]", "[CLS]", "[unk]", "##", "##s"];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var text = new StringBuilder();
        for (var parts = _random.Next(0, 14); parts > 0; parts--)
            text.Append(Part());
        return text.ToString();
    }

    /// <summary>Letters of one script, as they stand in a vocabulary.</summary>
    public string Letters(int count)
    {
        var (from, to) = One(s_scripts);
        return string.Concat(Enumerable.Range(0, count).Select(_ => (char)_random.Next(from, to + 1)));
    }

    private string Part() => _random.Next(13) switch
    {
        0 or 1 => One(s_spaces),
        2 or 3 or 4 => Letters(_random.Next(1, 9)),
        5 => string.Concat(Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Accent())),
        6 => char.ConvertFromUtf32(Draw(One(s_cjk))),
        7 => One(Punctuation).ToString(),
        8 => One(AsciiSymbols).ToString(),
        9 => One(OtherSymbols).ToString(),
        10 => One(s_unseen),
        11 => _random.Next(4) == 0 ? Letters(_random.Next(96, 106)) : char.ConvertFromUtf32(_random.Next(0x1F600, 0x1F640)),
        _ => One(s_special),
    };

    /// <summary>A letter with a mark, as one character or as two.</summary>
    private string Accent()
    {
        var letter = One(Accented);
        letter = _random.Next(3) == 0 ? char.ToUpperInvariant(letter) : letter;
        return _random.Next(2) == 0 ? letter.ToString() : $"{(char)_random.Next('a', 'z' + 1)}{(char)_random.Next(0x0300, 0x0340)}";
    }

    private int Draw((int From, int To) range) => _random.Next(range.From, range.To + 1);

    private T One<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private char One(string from) => from[_random.Next(from.Length)];
}
