using System.Text;

namespace Lectern.Code;

/// <summary>The names of one thing: paper <c>llm-int8</c>, folder and class <c>LlmInt8</c>.</summary>
public static class TypeName
{
    /// <summary>Each word with a capital, and nothing else.</summary>
    public static string Of(string id) =>
        string.Concat(id.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The way back: a word begins at each capital.</summary>
    public static string Id(string typeName)
    {
        var id = new StringBuilder();
        foreach (var letter in typeName)
        {
            if (char.IsAsciiLetterUpper(letter) && id.Length > 0)
                id.Append('-');
            id.Append(char.ToLowerInvariant(letter));
        }

        return id.ToString();
    }
}
