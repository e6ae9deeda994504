using System.Text;
using Lectern.Forms.BoldHeadings;
using Lectern.Forms.TagGroups;
using Lectern.Model;
using Lectern.Notation;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lectern.Extraction;

/// <summary>Sections in source order. Bold headings are of level 7, labels of level 8: below every <c>#</c>.</summary>
internal sealed class OutlineReader(NotationContext context)
{
    private const int BoldLevel = 7;
    private const int LabelLevel = 8;

    private readonly List<Section> _sections = [];
    private readonly List<int> _open = [];
    private readonly Dictionary<string, int> _slugs = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? _inherited;

    /// <summary>Index of the innermost section at this point of the reading, -1 before the first.</summary>
    public int Current => _open.Count > 0 ? _open[^1] : -1;

    public IReadOnlyList<Section> Sections => _sections;

    public IReadOnlyList<string> DocumentTags { get; set; } = [];

    public void Heading(HeadingBlock heading)
    {
        if (heading.Inline?.FirstChild is null)
        {
            context.Report(DiagnosticCodes.HeadingEmpty, heading.Span.Start, Math.Max(1, heading.Span.Length), "this heading has no text", "`# text`");
            return;
        }

        var tags = heading.Inline.Descendants<TagGroupInline>().SelectMany(group => group.Tags).ToList();
        Open(SectionForm.Atx, heading.Level, InlineText.Of(heading.Inline), tags, heading.Span);
    }

    public void Bold(BoldHeadingBlock heading) => Open(SectionForm.Bold, BoldLevel, InlineText.Of(heading.Inline!).TrimEnd(':').TrimEnd(), [], heading.Span);

    public void Label(SourceSpan line, string text) => Open(SectionForm.Label, LabelLevel, text, [], line);

    public void SlideTitle(Block block, string text) => Open(SectionForm.SlideTitle, 1, text, [], block.Span);

    /// <summary>A label's section ends with the first blank line, at the latest.</summary>
    public void EndLabel(int line)
    {
        if (_open.Count > 0 && _sections[_open[^1]].Form == SectionForm.Label)
            Close(line);
    }

    public void EndAll(int lastLine)
    {
        while (_open.Count > 0)
            Close(lastLine);
    }

    /// <summary>Tags of the document and of the sections around this point, outermost first.</summary>
    public IReadOnlyList<string> InheritedTags => _inherited ??= [.. DocumentTags, .. _open.SelectMany(index => _sections[index].Tags)];

    public void MarkAbout(int section, int entry) => _sections[section] = _sections[section] with { About = entry };

    private void Open(SectionForm form, int level, string text, IReadOnlyList<string> tags, SourceSpan span)
    {
        var at = context.Range(span.Start, span.Length);
        while (_open.Count > 0 && _sections[_open[^1]].Level >= level)
            Close(at.Line - 1);
        _sections.Add(new(form, level, text, Unique(Slug(text)), tags, at, at.Line, Current));
        _open.Add(_sections.Count - 1);
        _inherited = null;
    }

    private void Close(int line)
    {
        var index = _open[^1];
        _sections[index] = _sections[index] with { EndLine = Math.Max(line, _sections[index].At.Line) };
        _open.RemoveAt(_open.Count - 1);
        _inherited = null;
    }

    private string Unique(string slug)
    {
        var count = _slugs[slug] = _slugs.GetValueOrDefault(slug) + 1;
        return count == 1 ? slug : Unique($"{slug}-{count}");
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var result = slug.ToString(0, Math.Min(slug.Length, 80)).TrimEnd('-');
        return result.Length > 0 ? result : "section";
    }
}
