using System.Buffers;
using Lectern.Model;
using Lectern.Notation;

namespace Lectern.Forms.Resources;

/// <summary>The pairs between the braces: <c>key=value</c>, split at semicolons, the first equals sign splits the pair.</summary>
internal static class ResourceBody
{
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    /// <summary>True where a key and an equals sign come next, or nothing but the closing brace.</summary>
    public static bool Begins(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart(' ');
        var end = rest.IndexOfAnyExcept(KeyCharacters);
        return end >= 0 && (end == 0 ? rest[0] == '}' : char.IsAsciiLetter(rest[0]) && rest[end..].TrimStart(' ') is ['=', ..]);
    }

    public static List<KeyValuePair<string, string>> Read(ReadOnlySpan<char> body, int offset, NotationContext context)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var range in body.Split(';'))
        {
            var pair = body[range];
            if (pair.IsWhiteSpace())
                continue;
            var equals = pair.IndexOf('=');
            var key = equals < 0 ? default : pair[..equals].Trim();
            var at = offset + range.Start.Value;
            if (!IsKey(key))
            {
                context.Report(DiagnosticCodes.ResourcePair, at, pair.Length, $"`{pair.Trim()}` is not a field", "`key=value`, fields separated by `;`");
                continue;
            }

            if (!IsAuthor(key) && Contains(pairs, key))
                context.Report(DiagnosticCodes.ResourceKeyRepeated, at, pair.Length, $"`{key}` is given twice; the last one counts", "one value");
            pairs.Add(new(key.ToString(), pair[(equals + 1)..].Trim().ToString()));
        }

        return pairs;
    }

    public static bool IsAuthor(ReadOnlySpan<char> key) => key is "author" or "authors";

    private static bool IsKey(ReadOnlySpan<char> key) =>
        !key.IsEmpty && char.IsAsciiLetter(key[0]) && key.IndexOfAnyExcept(KeyCharacters) < 0;

    private static bool Contains(List<KeyValuePair<string, string>> pairs, ReadOnlySpan<char> key)
    {
        foreach (var pair in pairs)
        {
            if (key.SequenceEqual(pair.Key))
                return true;
        }

        return false;
    }
}
