namespace Lectern.Text;

/// <summary>
/// Letters without case and diacritics, so that two spellings of a name compare equal. Works one UTF-16 unit at a time
/// and needs no culture data.
/// </summary>
public static class Folding
{
    // Base letters of U+00C0–U+017F, in order; a space marks a sign that is no letter.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
        "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The lower-case base letter or digit of a character; '\0' for a combining mark; other characters in lower case.</summary>
    public static char Fold(char c)
    {
        if (c < 0x80)
            return char.ToLowerInvariant(c);
        if (c is >= '\u00C0' and <= '\u017F')
            return Latin[c - '\u00C0'] is var letter and not ' ' ? letter : c;
        return c switch
        {
            >= '\u0300' and <= '\u036F' => '\0',
            >= '\u2080' and <= '\u2089' => (char)('0' + (c - '\u2080')),
            '\u00B9' => '1',
            '\u00B2' => '2',
            '\u00B3' => '3',
            '\u2217' => '*',
            >= '\u01CD' and <= '\u01DC' => "aaiioouuuuuuuuuu"[c - '\u01CD'],
            >= '\u1EA0' and <= '\u1EB7' => 'a',
            >= '\u1EB8' and <= '\u1EC7' => 'e',
            >= '\u1ECC' and <= '\u1EE3' => 'o',
            '\u0218' or '\u0219' => 's',
            '\u021A' or '\u021B' => 't',
            _ => char.ToLowerInvariant(c),
        };
    }
}
