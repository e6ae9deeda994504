using System.Text;
using Xunit;

namespace Lectern.Parser.Tests.Catalog;

/// <summary>BibTeX as BibTeX reads it: entries, keys, fields in balanced braces. A backslash does not hide a brace.</summary>
internal static class BibReader
{
    public sealed record Record(string Type, string Key, IReadOnlyDictionary<string, string> Fields);

    public static List<Record> Read(string text)
    {
        var (records, at) = (new List<Record>(), 0);
        while ((at = text.IndexOf('@', at)) >= 0)
        {
            var open = text.IndexOf('{', at);
            var (type, body) = (text[(at + 1)..open], Balanced(text, open));
            at = open + body.Length + 2;
            var comma = body.IndexOf(',', StringComparison.Ordinal);
            records.Add(new(type, body[..comma].Trim(), Fields(body[(comma + 1)..])));
        }

        return records;
    }

    /// <summary>What a reader sees once commands are typeset.</summary>
    public static string Plain(string value)
    {
        var text = value.Replace("{\\textbraceleft}", "\u0001").Replace("{\\textbraceright}", "\u0002").Replace("{\\textbackslash}", "\u0003")
            .Replace("{\\textasciitilde}", "~").Replace("{\\textasciicircum}", "^").Replace("\\", "").Replace("{", "").Replace("}", "");
        return text.Replace('\u0001', '{').Replace('\u0002', '}').Replace('\u0003', '\\');
    }

    private static Dictionary<string, string> Fields(string body)
    {
        var (fields, at) = (new Dictionary<string, string>(), 0);
        while (body.IndexOf('=', at) is var equals and >= 0)
        {
            var open = body.IndexOf('{', equals);
            Assert.Equal("", body[(equals + 1)..open].Trim());
            var value = Balanced(body, open);
            fields.Add(body[at..equals].Trim(' ', ',', '\n'), value);
            at = open + value.Length + 2;
        }

        Assert.Equal("", body[at..].Trim());
        return fields;
    }

    private static string Balanced(string text, int open)
    {
        var content = new StringBuilder();
        for (int i = open, depth = 0; i < text.Length; i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth == 0)
                return text[(open + 1)..i];
        }

        throw new FormatException("unbalanced braces: " + content);
    }
}
