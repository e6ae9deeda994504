using System.Text;

namespace Lectern.Search.Results;

/// <summary>From <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
public sealed record Mark(int Start, int End);

/// <summary>A piece of a section's text and the places in it that matched.</summary>
public sealed record Snippet(string Text, IReadOnlyList<Mark> Marks)
{
    /// <summary>The text with each match between two marks; everything passes through <paramref name="encode"/>.</summary>
    public string With(string open, string close, Func<string, string> encode)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var (start, end) in Marks)
        {
            text.Append(encode(Text[at..start])).Append(open).Append(encode(Text[start..end])).Append(close);
            at = end;
        }

        return text.Append(encode(Text[at..])).ToString();
    }

    /// <summary>HTML in which no character of the sources is markup.</summary>
    public string ToHtml() => With("<mark>", "</mark>", System.Net.WebUtility.HtmlEncode);
}
