using System.Net;
using System.Text;
using Lectern.Model;
using Lectern.Rendering;
using Markdig.Syntax;

namespace Lectern.Search.Documents;

/// <summary>Rendered prose to the texts of its sections, each under the anchor that its heading has on the page.</summary>
internal sealed class ProseSections
{
    private readonly List<SearchSection> _sections = [];
    private readonly StringBuilder _note = new();
    private readonly StringBuilder _code = new();
    private readonly List<string> _math = [];
    private (string Anchor, string Heading) _current = ("", "");

    /// <summary>The first section is what stands before the first heading, and may be empty.</summary>
    public static IReadOnlyList<SearchSection> Of(Document document, IReadOnlyList<Block> blocks)
    {
        var reader = new ProseSections();
        reader.Read(new ProseRenderer(new MarkedHost(document)).Blocks(blocks));
        reader.Close("", "");
        return reader._sections;
    }

    public static SearchSection Inline(Document document, string text)
    {
        var reader = new ProseSections();
        reader.Read(new ProseRenderer(new MarkedHost(document)).Inline(text));
        reader.Close("", "");
        return reader._sections[0];
    }

    private void Read(string html)
    {
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
                open = html.Length;
            Text(WebUtility.HtmlDecode(html[at..open]));
            if (open == html.Length)
                return;
            var close = html.IndexOf('>', open);
            at = Tag(html, html[(open + 1)..close], close + 1);
        }
    }

    /// <summary>The place after what was read.</summary>
    private int Tag(string html, string tag, int at)
    {
        var name = tag.Split(' ', 2)[0];
        switch (name)
        {
            case MarkedHost.MathTag:
                var tex = Inner(html, name, ref at);
                _math.Add(tex);
                _note.Append('$').Append(tex).Append('$');
                return at;
            case MarkedHost.CodeTag:
                _code.Append(Inner(html, name, ref at)).Append('\n');
                return at;
            case "code":
                _note.Append('`').Append(Inner(html, name, ref at)).Append('`');
                return at;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" when tag.Contains(" id=\"", StringComparison.Ordinal):
                var anchor = WebUtility.HtmlDecode(tag[(tag.IndexOf(" id=\"", StringComparison.Ordinal) + 5)..^1]);
                var heading = Heading(html, name, ref at);
                Close(anchor, heading);
                return at;
            case "a" or "/a" or "em" or "/em" or "strong" or "/strong" or "span" or "/span" or "sup" or "/sup" or "sub" or "/sub":
                return at;
            default:
                Text(" ");
                return at;
        }
    }

    private static string Inner(string html, string name, ref int at)
    {
        var end = html.IndexOf($"</{name}>", at, StringComparison.Ordinal);
        var inner = WebUtility.HtmlDecode(html[at..end]);
        at = end + name.Length + 3;
        return inner;
    }

    private static string Heading(string html, string name, ref int at)
    {
        var end = html.IndexOf($"</{name}>", at, StringComparison.Ordinal);
        var inner = new ProseSections();
        inner.Read(html[at..end]);
        at = end + name.Length + 3;
        return Squeezed(inner._note);
    }

    private void Text(string text) => _note.Append(text);

    private void Close(string anchor, string heading)
    {
        _sections.Add(new(_current.Anchor, _current.Heading, Squeezed(_note), _code.ToString().TrimEnd(), [.. _math]));
        _note.Clear();
        _code.Clear();
        _math.Clear();
        _current = (anchor, heading);
    }

    private static string Squeezed(StringBuilder text) =>
        string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
