using System.Text;
using Lectern.Text;

namespace Lectern.Search.Analysis;

/// <summary>What kind of character stands in a text, and what it is without case, diacritics and typography.</summary>
internal static class Letters
{
    private const string Ligatures = "ff\0fi\0fl\0ffi\0ffl\0st\0st";

    private static readonly string[] LigatureForms = Ligatures.Split('\0');

    /// <summary>Letters, digits and the marks on them.</summary>
    public static bool IsWord(Rune c) => Rune.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.UppercaseLetter or System.Globalization.UnicodeCategory.LowercaseLetter
        or System.Globalization.UnicodeCategory.TitlecaseLetter or System.Globalization.UnicodeCategory.ModifierLetter
        or System.Globalization.UnicodeCategory.OtherLetter or System.Globalization.UnicodeCategory.DecimalDigitNumber
        or System.Globalization.UnicodeCategory.LetterNumber or System.Globalization.UnicodeCategory.OtherNumber
        or System.Globalization.UnicodeCategory.NonSpacingMark;

    public static bool IsSymbol(Rune c) => c.Value >= 0x80 && Rune.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.MathSymbol;

    public static bool IsMark(Rune c) => Rune.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    public static bool IsDigit(Rune c) => Rune.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.DecimalDigitNumber or System.Globalization.UnicodeCategory.OtherNumber;

    public static bool IsUpper(Rune c) => Rune.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.UppercaseLetter or System.Globalization.UnicodeCategory.TitlecaseLetter;

    /// <summary>Scripts written without spaces between words, and Hangul.</summary>
    public static bool IsCjk(Rune c) => c.Value is
        >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xAC00 and <= 0xD7AF
        or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;

    /// <summary>The folded form: one character for most, several for ligatures, none for marks.</summary>
    public static void AppendFolded(StringBuilder text, Rune c)
    {
        switch (c.Value)
        {
            case >= 0x300 and <= 0x36F:
                return;
            case >= 0xFB00 and <= 0xFB06:
                text.Append(LigatureForms[c.Value - 0xFB00]);
                return;
            case >= 0xFF01 and <= 0xFF5E:
                text.Append(Folding.Fold((char)(c.Value - 0xFF01 + '!')));
                return;
            case >= 0x1D400 and <= 0x1D6A3:
                text.Append((char)('a' + (c.Value - 0x1D400) % 26));
                return;
            case >= 0x1D7CE and <= 0x1D7FF:
                text.Append((char)('0' + (c.Value - 0x1D7CE) % 10));
                return;
            case < 0x10000:
                if (Folding.Fold((char)c.Value) is var folded and not '\0')
                    text.Append(folded);
                return;
            default:
                text.Append(Rune.ToLowerInvariant(c).ToString());
                return;
        }
    }

    public static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.EnumerateRunes())
            AppendFolded(folded, c);
        return folded.ToString();
    }
}
