using System.Net;
using System.Text;
using Lectern.Catalog;
using Lectern.Model;
using Lectern.Rendering;

namespace Lectern.Interop.MLNet;

/// <summary>What was written about a work, as words.</summary>
internal static class PaperText
{
    public static string Of(Paper paper)
    {
        List<string?> parts = [paper.ShortName, paper.Title, paper.Subtitle, .. paper.Tags];
        var renderer = new ProseRenderer(new WordsHost());
        foreach (var (_, entry, _) in paper.Mentions)
        {
            parts.Add(entry.Trailing is { Length: > 0 } trailing ? Words(renderer.Inline(trailing)) : null);
            parts.Add(entry.Remark);
            parts.Add(Words(renderer.Blocks(entry.NoteBlocks)));
        }

        if (paper.Note is { } note)
            parts.Add(Words(renderer.Blocks(note.Document.Syntax)));
        return string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    /// <summary>HTML less its tags; in what the renderer writes, <c>&lt;</c> begins nothing but a tag.</summary>
    private static string Words(string html)
    {
        var text = new StringBuilder();
        var inTag = false;
        foreach (var c in html)
        {
            if (c is '<' or '>')
                text.Append((inTag = c == '<') ? "" : " ");
            else if (!inTag)
                text.Append(c);
        }

        return string.Join(' ', WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Contains("://", StringComparison.Ordinal)));
    }

    private sealed class WordsHost : IProseHost
    {
        public string Math(string tex, bool display, string? anchor) => "";

        public string? Resolve(LinkForm form, string label, string destination) => null;

        public string Code(string? language, string text) => "";

        public string Image(string alt, string source) => WebUtility.HtmlEncode(alt);

        public string Anchor(int offset) => $"at-{offset}";
    }
}
