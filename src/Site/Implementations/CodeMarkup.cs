using System.Text;
using Lectern.Code.Source;
using Lectern.Site.Rendering;

namespace Lectern.Site.Implementations;

/// <summary>Source text as HTML: each span of the compiler's in its own element, all of it escaped.</summary>
internal static class CodeMarkup
{
    /// <summary>A part of a file, moved to the left by what all its lines are indented.</summary>
    /// <param name="ids">The id of a span by where it begins.</param>
    public static string Of(CodeFile file, int start, int end, IReadOnlyDictionary<int, string>? ids = null)
    {
        var (html, margin, at) = (new StringBuilder(), Margin(file.Text.AsSpan(start, end - start)), start);
        foreach (var span in file.Spans.Where(span => span.Start < end && span.End > start))
        {
            Text(html, file.Text, at, span.Start, margin);
            html.Append("<span class=\"").Append(Class(span.Kind)).Append('"');
            if (ids?.GetValueOrDefault(span.Start) is { } id)
                html.Append(" id=\"").Append(Html.Encode(id)).Append('"');
            html.Append('>');
            at = Math.Min(span.End, end);
            Text(html, file.Text, span.Start, at, margin);
            html.Append("</span>");
        }

        Text(html, file.Text, at, end, margin);
        return html.ToString().TrimEnd('\n');
    }

    public static string Class(CodeKind kind) => kind switch
    {
        CodeKind.Keyword => "k",
        CodeKind.Type => "t",
        CodeKind.Method => "m",
        CodeKind.Text => "s",
        CodeKind.Number => "n",
        CodeKind.Shape => "sh",
        CodeKind.Departure => "dp",
        CodeKind.Preprocessor => "p",
        _ => "c",
    };

    private static int Margin(ReadOnlySpan<char> text)
    {
        var margin = int.MaxValue;
        foreach (var line in text.EnumerateLines())
        {
            var blank = line.IndexOfAnyExcept(' ');
            if (blank >= 0)
                margin = Math.Min(margin, blank);
        }

        return margin == int.MaxValue ? 0 : margin;
    }

    private static void Text(StringBuilder html, string text, int from, int to, int margin)
    {
        while (from < to)
        {
            if (from == 0 || text[from - 1] == '\n')
            {
                for (var left = margin; left > 0 && from < to && text[from] == ' '; left--)
                    from++;
            }

            var end = text.IndexOf('\n', from, to - from);
            html.Append(Html.Encode(text[from..(end < 0 ? to : end)]));
            if (end >= 0)
                html.Append('\n');
            from = end < 0 ? to : end + 1;
        }
    }
}
